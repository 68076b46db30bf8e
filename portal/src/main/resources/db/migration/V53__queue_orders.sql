-- The orders in which the queue's views are read less often, measured with a hundred thousand cases.
create index cases_desk_spoken on cases (active, spoken_at, id);
create index cases_desk_waiting_title on cases ((lower(title) collate "sl-x-icu"), id)
    where status_reason = 'waiting_for_details';
create index cases_desk_waiting_company on cases ((lower(company_name) collate "sl-x-icu"), id)
    where status_reason = 'waiting_for_details';
create index cases_desk_waiting_type on cases (type, id) where status_reason = 'waiting_for_details';
create index cases_desk_waiting_owner on cases ((lower(owner_name) collate "sl-x-icu"), id)
    where status_reason = 'waiting_for_details';
create index cases_desk_waiting_spoken on cases (spoken_at, id) where status_reason = 'waiting_for_details';
create index cases_desk_repairs_title on cases ((lower(title) collate "sl-x-icu"), id) where type = 'repair' and active;
create index cases_desk_repairs_company on cases ((lower(company_name) collate "sl-x-icu"), id)
    where type = 'repair' and active;
create index cases_desk_repairs_spoken on cases (spoken_at, id) where type = 'repair' and active;
create index cases_desk_unassigned_spoken on cases (spoken_at, id) where owner_id is null and active;
