-- Cases that another has taken up. Their rows leave "cases", so that no list, count or export has to know of
-- them; foreign keys see to it that nothing of theirs is left behind. The number stays here and leads to the other.
create table merged_case (
    id              bigint      primary key,               -- its running number
    number          text        not null,
    case_id         bigint      not null references cases, -- the case that has it now
    requester_id    bigint      not null references person,
    submission_key  uuid        not null,                  -- a form that is sent again finds the case still
    title           text        not null,
    -- What it said of itself; the description is a note of the other case.
    type            text        not null,
    entitlement     text        not null, -- the name
    system_number   text        not null,
    serial_number   text        not null,
    warranty_repair boolean,
    reference       text        not null,
    owner_name      text        not null,
    created_at      timestamptz not null,
    merged_at       timestamptz not null,
    merged_by       bigint      not null references person,
    unique (requester_id, submission_key)
);
create unique index merged_case_number on merged_case (translate(number, 'OIL', '011'));
create index merged_case_of_case on merged_case (case_id, id);

-- The number under which it was written, if the case was merged since; empty: the case's own.
alter table note add column from_number text not null default '';
alter table case_event add column from_number text not null default '';

-- Drafts go over to the other case whoever has written them.
create index draft_of_form on draft (form);
