-- Whom a case is given to: what the people of the help desk know, how much they take, and when they are away.

create table skill (
    id      bigint generated always as identity primary key,
    name    text    not null check (name <> ''),
    terms   text[]  not null check (cardinality(terms) > 0), -- plain, in lower case: what a product or a case that needs it contains
    version integer not null default 0
);
create unique index skill_name on skill (lower(name));

create table person_skill (
    person_id bigint not null references person,
    skill_id  bigint not null references skill on delete cascade,
    primary key (person_id, skill_id)
);
create index person_skill_of_skill on person_skill (skill_id);

-- Languages that a person of the help desk answers in, beside the own one.
create table person_language (
    person_id bigint not null references person,
    language  text   not null, -- BCP 47
    primary key (person_id, language)
);

create table staff_capacity (
    person_id bigint primary key references person,
    most_open integer check (most_open between 0 and 999), -- null: no cap
    automatic boolean not null default true,               -- whether cases are given without being asked
    version   integer not null default 0
);

create table absence (
    id            bigint generated always as identity primary key,
    person_id     bigint      not null references person,
    first_day     date        not null, -- days of the person's zone
    last_day      date        not null,
    substitute_id bigint references person,
    created_by    bigint      not null references person,
    created_at    timestamptz not null,
    check (first_day <= last_day),
    check (substitute_id <> person_id)
);
create index absence_of_person on absence (person_id, last_day);
create index absence_by_day on absence (last_day, id);

-- How many open cases somebody has is read from cases_desk_owner; whether somebody knows a company, from this.
create index cases_owner_company on cases (owner_id, company_id) where owner_id is not null;

-- Triggers of a table run by name: a case has to be with its company before it is given the company's name (V50).
alter trigger cases_follow_company on cases rename to case_follows_company;
