-- How many cases are in each status: the sum of a few rows that triggers write and a job puts together.
-- Each change appends its own row, so that no two cases ever wait for one counter.
create table case_count (
    status_reason text    not null,
    cases         integer not null -- how many more, or less
);

create function count_cases() returns trigger language plpgsql as $$
begin
    if tg_op <> 'INSERT' then
        insert into case_count values (old.status_reason, -1);
    end if;
    if tg_op <> 'DELETE' then
        insert into case_count values (new.status_reason, 1);
    end if;
    return null;
end $$;

create trigger cases_counted after insert or delete on cases
    for each row execute function count_cases();
create trigger cases_recounted after update of status_reason on cases
    for each row when (old.status_reason is distinct from new.status_reason) execute function count_cases();

insert into case_count select status_reason, count(*) from cases group by status_reason;
