-- Tags that a macro puts on a case.
create table macro_tag (
    macro_id bigint not null references macro,
    tag_id   bigint not null references tag on delete cascade,
    primary key (macro_id, tag_id)
);
create index macro_tag_of_tag on macro_tag (tag_id);
