-- Whoever has a case takes part in it no more: some had taken it over and were listed twice.
update case_participant t set state = 'removed'
from cases c
where c.id = t.case_id and t.person_id = c.requester_id and t.state <> 'removed';
