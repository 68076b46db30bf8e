-- The help desk's queue by age, and over open and closed cases together; the other orders are in V4.
-- The creation date runs with the key.
create index cases_desk_created on cases (active, id);
create index cases_desk_status_created on cases (status_reason, id);
create index cases_desk_owner_created on cases (owner_id, active, id);
create index cases_desk_all_changed on cases (changed_at, id);
-- The other open cases of a company, beside each of its cases, are served by cases_company_changed.

-- Words of a name as a search compares them: unaccented, in lower case. unaccent() itself is not
-- immutable because somebody might change its rules; nobody does here.
create function plain_words(text) returns tsvector
    language sql immutable strict parallel safe
    return to_tsvector('simple'::regconfig, lower(public.unaccent('public.unaccent'::regdictionary, $1)));

create index company_words on company using gin (plain_words(name || ' ' || tax_number));
create index person_words on person
    using gin (plain_words(first_name || ' ' || last_name || ' ' || email || ' ' || username))
    where staff_role is null;
