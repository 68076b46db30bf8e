-- Files that belong to a case or a note; their bytes lie in the store under their id.

create table attachment (
    id             uuid primary key,
    uploader_id    bigint      not null references person,
    case_id        bigint references cases, -- null: uploaded, not yet submitted
    note_id        bigint references note,  -- null with a case: came with the case itself
    name           text        not null check (name <> ''), -- as uploaded, without a path
    media_type     text        not null,    -- read from the content
    size           bigint      not null check (size > 0), -- bytes
    sha256         bytea       not null,
    preview_type   text,                    -- media type of the small picture; null: there is none
    preview_width  integer,                 -- pixels
    preview_height integer,
    created_at     timestamptz not null,
    attached_at    timestamptz,
    check (note_id is null or case_id is not null),
    check ((case_id is null) = (attached_at is null)),
    check ((preview_type is null) = (preview_width is null) and (preview_type is null) = (preview_height is null))
);
create index attachment_of_case on attachment (case_id, attached_at) where case_id is not null;
create index attachment_loose on attachment (created_at) where case_id is null;
create index attachment_loose_of_person on attachment (uploader_id) where case_id is null;
