-- Saved views of the help desk's queue: what they narrow it down to, how it is sorted, which columns it has.
create table desk_view (
    id            bigint generated always as identity primary key,
    person_id     bigint references person, -- null: shared, for all of the help desk
    name          text        not null check (length(name) between 1 and 60),
    place         integer     not null,     -- the order among the person's, or among the shared ones
    base          text        not null,     -- QueueView in lower case
    status_reason text        not null default '', -- empty: any
    type          text        not null default '',
    case_owner    text        not null default '', -- a person's key, 'me' or 'none'; empty: whoever
    company_id    bigint references company on delete cascade, -- null: any
    tag_id        bigint references tag on delete cascade,     -- null: any
    words         text        not null default '' check (length(words) <= 200),
    sort          text        not null,     -- as in the address bar: -changed
    columns       text        not null,     -- QueueColumn in lower case, with commas
    created_at    timestamptz not null
);
create index desk_view_of_person on desk_view (person_id, place, id);
