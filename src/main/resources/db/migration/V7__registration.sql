-- From the request for access to the redeemed invitation.

create table access_request (
    id           bigint generated always as identity primary key,
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
    created_at   timestamptz not null
);
create index access_request_email on access_request (email, id);

-- Its id is the running number in the mail's subject (CRM:0001250).
create table invitation (
    id         bigint generated always as identity (start with 1250) primary key,
    request_id bigint      not null references access_request,
    email      text        not null,
    code_hash  bytea       not null unique,
    created_at timestamptz not null,
    expires_at timestamptz not null,
    used_at    timestamptz,
    ended_at   timestamptz -- replaced by a newer one or withdrawn
);
create index invitation_of_email on invitation (email, id);
create index invitation_pending on invitation (created_at, id) where used_at is null and ended_at is null;
