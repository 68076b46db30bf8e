-- Since when a case waits for its customer, and how often the customer has been reminded of it.
alter table cases
    add column waiting_since       timestamptz,
    add column waiting_reminders   smallint not null default 0, -- how many of the reminders have gone out
    add column waiting_reminded_at timestamptz;                 -- the last one of them
update cases set waiting_since = changed_at where status_reason = 'waiting_for_details';
alter table cases add check ((status_reason = 'waiting_for_details') = (waiting_since is not null));

-- Counting begins and ends with the status, whoever sets it: a way to set it that forgot the count would
-- leave a customer unreminded or close a case too early.
create function cases_waiting() returns trigger language plpgsql as $$
begin
    if new.status_reason <> 'waiting_for_details' then
        new.waiting_since := null;
        new.waiting_reminders := 0;
        new.waiting_reminded_at := null;
    elsif tg_op = 'INSERT' or old.status_reason <> 'waiting_for_details' then
        new.waiting_since := coalesce(new.waiting_since, new.changed_at);
        new.waiting_reminders := 0;
        new.waiting_reminded_at := null;
    end if;
    return new;
end
$$;
create trigger cases_waiting before insert or update of status_reason on cases
    for each row execute function cases_waiting();

create index cases_waiting_since on cases (waiting_since, id) where status_reason = 'waiting_for_details';
