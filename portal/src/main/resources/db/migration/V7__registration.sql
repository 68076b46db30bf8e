-- From the request for access to the redeemed invitation.

create table access_request (
    id           bigint generated always as identity primary key,
    form_key     uuid        not null, -- of the form as it was shown: sent twice, it counts once
    salutation   text        not null,
    first_name   text        not null,
    last_name    text        not null,
    email        text        not null check (email = lower(email)),
    phone        text        not null,
    mobile       text        not null,
    department   text        not null,
    company_name text        not null,
    tax_number   text        not null,
    country      text        not null,
    language     text        not null,
    time_zone    text        not null,
    consents     jsonb       not null, -- [{kind, version, language, agreedAt}]
    invited_by   bigint references person, -- null: asked for access; else invited by the help desk
    company_id   bigint references company, -- set when the help desk invites into a company
    role         text check (role in ('own', 'company', 'administrator')), -- as what; set with company_id
    staff_role   text check (staff_role in ('agent', 'supervisor', 'technician', 'administrator')), -- of a colleague
    person_id    bigint references person, -- whom the redemption made
    created_at   timestamptz not null,
    unique (email, form_key),
    check (staff_role is null or (invited_by is not null and company_id is null and role is null))
);
create index access_request_email on access_request (email, created_at);
create index access_request_person on access_request (person_id, id);
create index access_request_old on access_request (created_at) where person_id is null;

-- Its id is the running number in the mail's subject (CRM:0001250).
create table invitation (
    id         bigint generated always as identity (start with 1250) primary key,
    request_id bigint      not null references access_request on delete cascade,
    email      text        not null,
    code_hash  bytea       not null unique,
    created_at timestamptz not null,
    expires_at timestamptz not null,
    used_at    timestamptz,
    ended_at   timestamptz,
    ended_as   text check (ended_as in ('replaced', 'withdrawn')),
    check ((ended_at is null) = (ended_as is null)),
    check (used_at is null or ended_at is null)
);
create index invitation_of_email on invitation (email, id);
create index invitation_of_request on invitation (request_id, id);
create unique index invitation_open on invitation (email) where used_at is null and ended_at is null;
create index invitation_pending on invitation (id) where used_at is null and ended_at is null;
