-- Cases that were opened about a licence.

create table licence_case (
    licence_id bigint not null references licence,
    case_id    bigint not null references cases on delete cascade,
    primary key (licence_id, case_id)
);
create index licence_case_of_case on licence_case (case_id);
