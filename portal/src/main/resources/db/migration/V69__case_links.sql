-- Cases that have to do with each other, for the help desk alone: once for each pair.
create table case_link (
    one_id    bigint      not null references cases,
    other_id  bigint      not null references cases,
    linked_by bigint      not null references person,
    linked_at timestamptz not null,
    primary key (one_id, other_id),
    check (one_id < other_id)
);
create index case_link_other on case_link (other_id);
