-- Who wrote the description of a case that somebody else has taken over since; null: its requester did.
alter table cases add column author_id bigint references person;
update cases c
set author_id = coalesce(
    (select e.actor_id from case_event e
     where e.case_id = c.id and e.kind = 'submitted' and not e.by_staff and e.from_number = ''
     order by e.created_at, e.id limit 1),
    -- The help desk wrote it down for somebody: of that person the history has the name.
    (select min(p.id) from membership m join person p on p.id = m.person_id
     where m.company_id = c.company_id
       and p.first_name || ' ' || p.last_name = (select e.old_value from case_event e
           where e.case_id = c.id and e.kind = 'handed_over' and e.from_number = ''
           order by e.created_at, e.id limit 1)))
where exists (select from case_event e where e.case_id = c.id and e.kind = 'handed_over' and e.from_number = '');
