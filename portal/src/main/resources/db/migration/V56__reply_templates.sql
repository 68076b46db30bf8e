-- What the help desk writes again and again, in the languages of its customers, and what it does in one go.
create table reply_template (
    id         bigint generated always as identity primary key,
    name       text        not null check (name <> ''),
    ended_at   timestamptz,
    changed_at timestamptz not null,
    changed_by bigint      not null references person
);
create table reply_template_text (
    template_id bigint not null references reply_template,
    language    text   not null, -- of the recipient
    body        text   not null check (body <> ''),
    primary key (template_id, language)
);

create table macro (
    id            bigint generated always as identity primary key,
    name          text        not null check (name <> ''),
    template_id   bigint references reply_template, -- null: no reply
    status_reason text,                             -- null: stays
    owner         text        not null check (owner in ('keep', 'take', 'release')),
    ended_at      timestamptz,
    changed_at    timestamptz not null,
    changed_by    bigint      not null references person
);
-- A macro's form sent twice is done once.
create table macro_run (
    person_id bigint      not null references person,
    key       uuid        not null,
    macro_id  bigint      not null references macro,
    case_id   bigint      not null references cases,
    at        timestamptz not null,
    primary key (person_id, key)
);
