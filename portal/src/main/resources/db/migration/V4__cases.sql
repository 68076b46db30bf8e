-- Cases, their conversation and their history.

create table cases (
    id             bigint generated always as identity primary key, -- the running number
    number         text        not null,         -- CAS-02580-T0M2L3
    company_id     bigint references company,    -- null until the requester is admitted to a company
    requester_id   bigint      not null references person,
    submission_key uuid        not null,         -- the form's idempotency key
    type           text        not null check (type in ('support', 'repair')),
    title          text        not null check (length(title) between 1 and 200),
    description    text        not null,
    status_reason  text        not null check (status_reason in
                       ('in_progress', 'researching', 'field_service', 'waiting_for_details', 'work_completed', 'cancelled')),
    active         boolean     not null generated always as (status_reason not in ('work_completed', 'cancelled')) stored,
    owner_id       bigint references person,     -- null: the help desk
    owner_name     text        not null default '', -- kept beside for sorting; empty: the help desk
    owned_since    timestamptz,
    entitlement_id bigint references entitlement,
    system_id      bigint references customer_system,
    system_number  text        not null default '', -- as typed or as chosen
    serial_number  text        not null default '', -- canonical as in device
    warranty_repair boolean,
    reference      text        not null default '',
    follows_id     bigint references cases,      -- the closed case that this one continues
    created_at     timestamptz not null,
    changed_at     timestamptz not null,
    closed_at      timestamptz,
    closed_by      bigint references person,
    closing_reason text        not null default '',
    unique (requester_id, submission_key),
    check (active = (closed_at is null)),
    check ((owner_id is null) = (owner_name = ''))
);

-- A number is found in every spelling: O reads as 0, I and L as 1 (CaseNumber.key).
create unique index cases_number on cases (translate(number, 'OIL', '011'));

-- The customer's list: one index for each order, led by whose list it is and by open or closed.
-- The same again for a person's own cases. The creation date runs with the number.
create index cases_company_changed on cases (company_id, active, changed_at, id);
create index cases_company_number on cases (company_id, active, id);
create index cases_company_title on cases (company_id, active, (lower(title) collate "sl-x-icu"), id);
create index cases_company_type on cases (company_id, active, type, id);
create index cases_company_reference on cases (company_id, active, (lower(reference) collate "sl-x-icu"), id);
create index cases_company_owner on cases (company_id, active, (lower(owner_name) collate "sl-x-icu"), id);
create index cases_company_status on cases (company_id, active, status_reason, id);
create index cases_requester_changed on cases (requester_id, active, changed_at, id);
create index cases_requester_number on cases (requester_id, active, id);
create index cases_requester_title on cases (requester_id, active, (lower(title) collate "sl-x-icu"), id);
create index cases_requester_type on cases (requester_id, active, type, id);
create index cases_requester_reference on cases (requester_id, active, (lower(reference) collate "sl-x-icu"), id);
create index cases_requester_owner on cases (requester_id, active, (lower(owner_name) collate "sl-x-icu"), id);
create index cases_requester_status on cases (requester_id, active, status_reason, id);
-- The own cases that wait for the person's details.
create index cases_waiting_changed on cases (requester_id, changed_at, id) where status_reason = 'waiting_for_details';
create index cases_waiting_number on cases (requester_id, id) where status_reason = 'waiting_for_details';
create index cases_waiting_title on cases (requester_id, (lower(title) collate "sl-x-icu"), id) where status_reason = 'waiting_for_details';
create index cases_waiting_type on cases (requester_id, type, id) where status_reason = 'waiting_for_details';
create index cases_waiting_reference on cases (requester_id, (lower(reference) collate "sl-x-icu"), id) where status_reason = 'waiting_for_details';
create index cases_waiting_owner on cases (requester_id, (lower(owner_name) collate "sl-x-icu"), id) where status_reason = 'waiting_for_details';
-- The help desk's queue: over all companies.
create index cases_desk_changed on cases (active, changed_at, id);
create index cases_desk_status on cases (status_reason, changed_at, id);
create index cases_desk_owner on cases (owner_id, active, changed_at, id);
create index cases_follows on cases (follows_id) where follows_id is not null;

create table note (
    id             bigint generated always as identity primary key,
    case_id        bigint      not null references cases,
    author_id      bigint      not null references person,
    by_staff       boolean     not null,
    visibility     text        not null check (visibility in ('public', 'internal')),
    body           text        not null,
    submission_key uuid        not null,
    created_at     timestamptz not null,
    unique (author_id, submission_key),
    check (by_staff or visibility = 'public')
);
create index note_of_case on note (case_id, created_at, id);

create table case_event (
    id         bigint generated always as identity primary key,
    case_id    bigint      not null references cases,
    kind       text        not null, -- CaseEvent.Kind in lower case
    visibility text        not null check (visibility in ('public', 'internal')),
    actor_id   bigint references person, -- null: the portal itself
    by_staff   boolean     not null,
    old_value  text        not null default '',
    new_value  text        not null default '',
    detail     text        not null default '', -- the field that was edited, or the reason for closing
    created_at timestamptz not null
);
create index case_event_of_case on case_event (case_id, created_at, id);

-- Words to find a case by. public_words holds what its customer may read, staff_words all.
-- Both hold the scope lexemes '=c<company>' and '=p<requester>' (CaseWords), so that one index serves
-- "mine and found"; no word of a text begins with '=', so nobody can write a scope into a note.
create table case_search (
    case_id      bigint primary key references cases on delete cascade,
    public_words tsvector not null,
    staff_words  tsvector not null
);
create index case_search_public on case_search using gin (public_words) with (fastupdate = off);
create index case_search_staff on case_search using gin (staff_words) with (fastupdate = off);
