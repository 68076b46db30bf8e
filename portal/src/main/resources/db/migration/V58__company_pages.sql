-- Companies as the help desk keeps them: corrected by several people at a time, checked, and merged where two
-- are one.

alter table company
    add version     integer not null default 0, -- counts the edits, so that nobody overwrites a colleague's unread
    add checked_at  timestamptz,
    add checked_by  bigint references person,
    add merged_into bigint references company,  -- the company that took this one up; it is kept to be found by
    add merged_at   timestamptz,
    add merged_by   bigint references person,
    add check (merged_into is null or (state = 'ended' and merged_into <> id)),
    add check ((merged_into is null) = (merged_at is null) and (merged_into is null) = (merged_by is null));
create index company_merged on company (merged_into) where merged_into is not null;
create index company_in_order on company ((lower(name) collate "sl-x-icu"), id) where state <> 'ended';
create index company_in_order_to_be_checked on company ((lower(name) collate "sl-x-icu"), id)
    where state = 'to_be_checked';

alter table customer_system
    add version  integer not null default 0,
    add ended_at timestamptz; -- no longer in use; cases of it keep it
alter table device
    add version  integer not null default 0,
    add ended_at timestamptz;
alter table entitlement
    add version  integer not null default 0,
    add ended_at timestamptz;
create index device_of_system on device (system_id) where system_id is not null;

-- What is written for a company while it is being merged into another belongs to the other: the row waits for
-- the merge and follows it. Without this a case submitted in that moment would be nobody's to see.
create function follow_merged_company() returns trigger
    language plpgsql as
$$
declare
    survivor bigint;
begin
    select merged_into into survivor from company where id = new.company_id for key share;
    if survivor is not null then
        new.company_id := survivor;
    end if;
    return new;
end
$$;
create trigger cases_follow_company before insert or update of company_id on cases
    for each row when (new.company_id is not null) execute function follow_merged_company();
create trigger membership_follow_company before insert on membership
    for each row execute function follow_merged_company();
create trigger system_follow_company before insert on customer_system
    for each row execute function follow_merged_company();
create trigger device_follow_company before insert on device
    for each row execute function follow_merged_company();
create trigger entitlement_follow_company before insert on entitlement
    for each row execute function follow_merged_company();
