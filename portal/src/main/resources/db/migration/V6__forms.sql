-- What people typed and have not sent.

-- Kept while typing, offered again.
create table draft (
    person_id  bigint      not null references person,
    form       text        not null, -- new-case, note:CAS-02580-T0M2L3
    fields     jsonb       not null,
    updated_at timestamptz not null,
    primary key (person_id, form)
);
create index draft_old on draft (updated_at);

-- A form that arrived after the session had run out; shown again after the sign-in.
create table parked_form (
    token_hash bytea primary key,
    person_id  bigint references person, -- whose session it was; null: not known any more
    page       text        not null,     -- path of the page with the form
    fields     jsonb       not null,
    created_at timestamptz not null,
    expires_at timestamptz not null
);
create index parked_form_old on parked_form (expires_at);
