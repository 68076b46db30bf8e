-- These orders are the customers' too, who have indexes of their own by person and company. Where people and
-- companies differ much in size the planner sometimes took the queue's index for a customer's list and filtered
-- thousands of cases of others away. It can do so no more: only the queue's statements say "id > 0".
drop index cases_desk_title, cases_desk_type, cases_desk_owner_name,
    cases_desk_waiting_title, cases_desk_waiting_type, cases_desk_waiting_owner;
create index cases_desk_title on cases (active, (lower(title) collate "sl-x-icu"), id) where id > 0;
create index cases_desk_type on cases (active, type, id) where id > 0;
create index cases_desk_owner_name on cases (active, (lower(owner_name) collate "sl-x-icu"), id) where id > 0;
create index cases_desk_waiting_title on cases ((lower(title) collate "sl-x-icu"), id)
    where status_reason = 'waiting_for_details' and id > 0;
create index cases_desk_waiting_type on cases (type, id) where status_reason = 'waiting_for_details' and id > 0;
create index cases_desk_waiting_owner on cases ((lower(owner_name) collate "sl-x-icu"), id)
    where status_reason = 'waiting_for_details' and id > 0;
