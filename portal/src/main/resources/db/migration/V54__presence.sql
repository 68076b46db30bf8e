-- Who has a case open at the help desk, and who is writing in it: short-lived, not worth a log.
create unlogged table case_presence (
    case_id   bigint      not null references cases on delete cascade,
    person_id bigint      not null references person on delete cascade,
    typing    boolean     not null,
    until     timestamptz not null, -- the page says again before this that it is open
    primary key (case_id, person_id)
);
