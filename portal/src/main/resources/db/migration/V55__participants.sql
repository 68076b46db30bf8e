-- Who else reads and answers a case. Somebody of the case's company loses it with the company; somebody from
-- outside waits until the help desk has confirmed it.
create table case_participant (
    case_id    bigint      not null references cases,
    person_id  bigint      not null references person,
    state      text        not null check (state in ('waiting', 'admitted', 'removed')),
    outside    boolean     not null, -- not of the case's company when added
    added_by   bigint      not null references person,
    added_at   timestamptz not null,
    decided_by bigint references person,
    decided_at timestamptz,
    primary key (case_id, person_id)
);
create index case_participant_of_person on case_participant (person_id, case_id) where state = 'admitted';

-- Open pages of whoever is removed end at once.
create function participant_left() returns trigger language plpgsql as $$
begin
    perform pg_notify('podpora_case', new.case_id || ' left ' || new.person_id);
    return null;
end $$;
create trigger participant_left after update on case_participant
    for each row when (old.state = 'admitted' and new.state = 'removed') execute function participant_left();

-- Whoever leaves a company leaves its cases.
create function participation_ends() returns trigger language plpgsql as $$
begin
    update case_participant t set state = 'removed'
    from cases c
    where t.person_id = old.person_id and t.state <> 'removed' and not t.outside
      and c.id = t.case_id and c.company_id = old.company_id;
    return null;
end $$;
create trigger participation_ends after update on membership
    for each row when (old.state = 'admitted' and new.state <> 'admitted') execute function participation_ends();
create trigger participation_ends_with_it after delete on membership
    for each row when (old.state = 'admitted') execute function participation_ends();
