-- Who uses the portal: companies, people, who belongs where, how they sign in.

create extension if not exists unaccent;

create table company (
    id         bigint generated always as identity primary key,
    name       text        not null check (name <> ''),
    country    text        not null check (country ~ '^[A-Z]{2}$'),
    tax_number text        not null check (tax_number <> ''), -- canonical: no country prefix, no spaces
    state      text        not null check (state in ('to_be_checked', 'active', 'ended')),
    created_at timestamptz not null,
    unique (country, tax_number)
);
create index company_to_be_checked on company (id) where state = 'to_be_checked';
create index company_by_name on company (lower(name) text_pattern_ops);
create index company_by_tax_number on company (lower(tax_number) text_pattern_ops);

create table person (
    id                  bigint generated always as identity primary key,
    salutation          text        not null check (salutation in ('ms', 'mr', 'none')),
    first_name          text        not null,
    last_name           text        not null,
    email               text        not null unique check (email = lower(email)),
    username            text        not null,
    phone               text        not null default '', -- E.164
    mobile              text        not null default '', -- E.164 or empty
    department          text        not null default '',
    language            text        not null,            -- BCP 47: sl, en
    time_zone           text        not null,            -- IANA name
    staff_role          text check (staff_role in ('agent', 'supervisor', 'technician', 'administrator')),
    state               text        not null default 'active' check (state in ('active', 'ended')),
    password_hash       text        not null,
    password_changed_at timestamptz not null,
    mail_on_change      boolean     not null default true,
    created_at          timestamptz not null
);
create unique index person_username on person (lower(username));
create index person_staff on person (last_name, first_name, id) where staff_role is not null;

-- A person's place in a company. Typed tax numbers only make it 'pending'; the help desk or the
-- company's administrator admits.
create table membership (
    company_id   bigint      not null references company,
    person_id    bigint      not null references person,
    role         text        not null check (role in ('own', 'company', 'administrator')),
    state        text        not null check (state in ('pending', 'admitted', 'ended')),
    requested_at timestamptz not null,
    decided_at   timestamptz,
    decided_by   bigint references person,
    primary key (company_id, person_id)
);
create index membership_of_person on membership (person_id);
create index membership_pending on membership (requested_at, company_id, person_id) where state = 'pending';

-- The text of a consent as somebody read it; a new wording is a new version.
create table consent_text (
    kind     text    not null check (kind in ('service', 'problems', 'news')),
    version  integer not null,
    language text    not null,
    text     text    not null,
    primary key (kind, version, language)
);

create table consent (
    id           bigint generated always as identity primary key,
    person_id    bigint      not null references person,
    kind         text        not null,
    version      integer     not null,
    language     text        not null,
    agreed_at    timestamptz not null,
    withdrawn_at timestamptz,
    foreign key (kind, version, language) references consent_text
);
create index consent_of_person on consent (person_id, kind, agreed_at);

-- A signed-in browser. The cookie holds the token; only its SHA-256 is kept.
create table browser_session (
    id           bigint generated always as identity primary key,
    token_hash   bytea       not null unique,
    person_id    bigint      not null references person,
    created_at   timestamptz not null,
    last_seen_at timestamptz not null, -- at most five minutes late
    expires_at   timestamptz not null,
    ended_at     timestamptz,
    address      text        not null,
    user_agent   text        not null
);
create index browser_session_of_person on browser_session (person_id, last_seen_at desc);
create index browser_session_expired on browser_session (expires_at);

create table password_reset (
    id         bigint generated always as identity primary key,
    token_hash bytea       not null unique,
    person_id  bigint      not null references person,
    email      text        not null, -- the address it was sent to
    created_at timestamptz not null,
    expires_at timestamptz not null,
    used_at    timestamptz,
    ended_at   timestamptz
);
create index password_reset_of_person on password_reset (person_id);

-- Who wants a new password: every address that was typed, known or not, so that the answer takes as long for
-- both. What follows from it is done right afterwards.
create table password_reset_wish (
    id         bigint generated always as identity primary key,
    email      text        not null,
    created_at timestamptz not null
);

-- Failed sign-ins by account and by network; unknown names count like known ones.
create table sign_in_failure (
    key           text primary key,         -- SHA-256 of the account, the unknown name or the network
    person_id     bigint references person, -- whose account; null for unknown names and networks
    failures      integer     not null,
    last_at       timestamptz not null,
    blocked_until timestamptz,
    told_at       timestamptz               -- when the person was told of the lock
);
create index sign_in_failure_old on sign_in_failure (last_at);
create index sign_in_failure_to_tell on sign_in_failure (failures) where person_id is not null and told_at is null;

-- The link that an empty portal prints for its first administrator.
create table first_administrator_link (
    token_hash bytea primary key,
    created_at timestamptz not null,
    expires_at timestamptz not null,
    used_at    timestamptz
);
