-- Tags of the help desk on cases; customers never see them.
create table tag (
    id         bigint generated always as identity primary key,
    name       text        not null check (length(name) between 1 and 40),
    created_by bigint      not null references person,
    created_at timestamptz not null
);
create unique index tag_name on tag (lower(name));
create index tag_begins on tag (lower(name) text_pattern_ops);

create table case_tag (
    case_id bigint not null references cases on delete cascade,
    tag_id  bigint not null references tag on delete cascade,
    primary key (case_id, tag_id)
);
create index case_tag_of_tag on case_tag (tag_id, case_id);
