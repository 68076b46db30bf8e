do $$
declare
    taken record;
begin
    for taken in select again from crowd_taken_off order by again desc loop
        execute taken.again;
    end loop;
    drop table crowd_taken_off;
end $$
