-- What the help desk's queue is sorted and narrowed down by, and an index for each of its orders.

alter table cases
    add column company_name text        not null default '', -- kept beside for sorting; empty: of no company
    add column touched      boolean     not null default false, -- whether the help desk has done anything yet
    add column spoken_at    timestamptz; -- the last word from us to the customer; before it, when it was submitted

update cases c
set company_name = coalesce((select k.name from company k where k.id = c.company_id), ''),
    touched = c.owner_id is not null
        or exists (select from note n where n.case_id = c.id and n.by_staff)
        or exists (select from case_event e where e.case_id = c.id and e.by_staff and e.kind <> 'submitted'),
    spoken_at = coalesce((select max(n.created_at) from note n
                          where n.case_id = c.id and n.by_staff and n.visibility = 'public'), c.created_at);

alter table cases alter column spoken_at set not null;

create function case_named() returns trigger language plpgsql as $$
begin
    new.company_name := coalesce((select name from company where id = new.company_id), '');
    if tg_op = 'INSERT' then
        new.spoken_at := coalesce(new.spoken_at, new.created_at);
        new.touched := new.touched or new.owner_id is not null;
    end if;
    return new;
end $$;
create trigger case_named before insert or update of company_id on cases
    for each row execute function case_named();

create function company_renamed() returns trigger language plpgsql as $$
begin
    update cases set company_name = new.name where company_id = new.id;
    return null;
end $$;
create trigger company_renamed after update of name on company
    for each row when (old.name is distinct from new.name) execute function company_renamed();

create function case_answered() returns trigger language plpgsql as $$
begin
    update cases
    set touched = true,
        spoken_at = case when new.visibility = 'public' then greatest(spoken_at, new.created_at) else spoken_at end
    where id = new.case_id and (not touched or new.visibility = 'public');
    return null;
end $$;
create trigger case_answered after insert on note
    for each row when (new.by_staff) execute function case_answered();

create function case_touched() returns trigger language plpgsql as $$
begin
    update cases set touched = true where id = new.case_id and not touched;
    return null;
end $$;
create trigger case_touched after insert on case_event
    for each row when (new.by_staff and new.kind <> 'submitted') execute function case_touched();

-- Over all companies, open and closed: the other orders are in V4 and V30. Open and closed together are
-- merged from the two, so that V30's index over both is no longer needed.
drop index cases_desk_all_changed;
create index cases_desk_title on cases (active, (lower(title) collate "sl-x-icu"), id);
create index cases_desk_company on cases (active, (lower(company_name) collate "sl-x-icu"), id);
create index cases_desk_type on cases (active, type, id);
create index cases_desk_owner_name on cases (active, (lower(owner_name) collate "sl-x-icu"), id);
create index cases_desk_standing on cases (active, (array_position(array['in_progress', 'researching', 'field_service',
    'waiting_for_details', 'work_completed', 'cancelled'], status_reason)), id);
-- The views that hold little of what is open, in the orders they are read in.
create index cases_desk_triage on cases (id) where owner_id is null and active and not touched;
create index cases_desk_triage_changed on cases (changed_at, id) where owner_id is null and active and not touched;
create index cases_desk_unassigned on cases (id) where owner_id is null and active;
create index cases_desk_unassigned_changed on cases (changed_at, id) where owner_id is null and active;
create index cases_desk_repairs on cases (id) where type = 'repair' and active;
create index cases_desk_repairs_changed on cases (changed_at, id) where type = 'repair' and active;
create index cases_desk_silent on cases (spoken_at, id) where active and status_reason <> 'waiting_for_details';
