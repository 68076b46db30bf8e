-- Licences of programs and the installations that they have activated.

create table licence (
    id                bigint generated always as identity primary key,
    key               text        not null unique check (key ~ '^[0-9A-HJKMNP-TV-Z]{6}(-[0-9A-HJKMNP-TV-Z]{6}){4}$'),
    company_id        bigint      not null references company,
    system_id         bigint references customer_system on delete set null,
    product           text        not null check (product ~ '^[a-z0-9-]{1,60}$'),
    edition           text        not null check (edition <> ''),
    modules           text[]      not null default '{}',
    employees         integer     not null check (employees >= 0),
    terminals         integer     not null check (terminals >= 0),
    clients           integer     not null check (clients >= 0),
    valid_until       date,                 -- the last day; null: perpetual
    maintenance_until date,                 -- the last day; null: it does not end
    installations     integer     not null check (installations between 1 and 10000), -- allowed at once
    blocked_at        timestamptz,
    blocked_reason    text        not null default '',
    import_key        text unique,          -- the form and line that it was imported by: sent twice, it is one
    created_at        timestamptz not null,
    created_by        bigint references person,
    check ((blocked_at is null) = (blocked_reason = ''))
);
create index licence_of_company on licence (company_id, id);
create index licence_of_system on licence (system_id) where system_id is not null;

-- An installation of the program that a licence has activated; its id is the activation's serial number.
-- The hashes of the components are those of the installation code that was given last.
create table activation (
    id          bigint generated always as identity (start with 100001) primary key,
    licence_id  bigint      not null references licence,
    board       bigint      not null,
    disk        bigint      not null,
    network     bigint      not null,
    version     text        not null,
    issued_at   timestamptz not null,
    issued_by   bigint references person,   -- null: the program itself, with the licence key
    released_at timestamptz,
    released_by bigint references person,
    released_as text check (released_as in ('file', 'declaration', 'desk')),
    check ((released_at is null) = (released_as is null))
);
create index activation_of_licence on activation (licence_id, id);
create index activation_board on activation (board);
create index activation_disk on activation (disk);
create index activation_network on activation (network);

-- What was signed for an installation, the first time and whenever the licence had changed since.
create table activation_file (
    id            bigint generated always as identity primary key,
    activation_id bigint      not null references activation,
    jws           text        not null,
    issued_at     timestamptz not null,
    issued_by     bigint references person
);
create index activation_file_of_activation on activation_file (activation_id, id);

create table licence_event (
    id            bigint generated always as identity primary key,
    licence_id    bigint      not null references licence,
    activation_id bigint references activation,
    kind          text        not null, -- LicenceEvent.Kind in lower case
    internal      boolean     not null default false, -- seen by the help desk only
    actor_id      bigint references person, -- null: the program itself
    by_staff      boolean     not null,
    detail        text        not null default '', -- what was changed, or the reason of a refusal
    reason        text        not null default '', -- as the person gave it
    created_at    timestamptz not null
);
create index licence_event_of_licence on licence_event (licence_id, id);

-- When versions were released: the maintenance of that day counts. A version between two counts as the one before.
create table product_release (
    product     text    not null,
    major       integer not null check (major between 0 and 255),
    minor       integer not null check (minor between 0 and 255),
    patch       integer not null check (patch between 0 and 511),
    released_on date    not null,
    primary key (product, major, minor, patch)
);

-- Issued or moved while the company is being merged into another (V58).
create trigger licence_follows_company before insert or update of company_id on licence
    for each row execute function follow_merged_company();
