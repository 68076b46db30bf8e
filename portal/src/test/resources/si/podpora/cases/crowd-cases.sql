-- :cases cases of the companies from :first to :last, the oldest first
with seats as materialized (
    select array_agg(company_id order by company_id, person_id) as companies,
           array_agg(person_id order by company_id, person_id) as people
    from membership where company_id between :first and :last and state = 'admitted'),
agents as materialized (
    select array_agg(id order by id) as ids, array_agg(first_name || ' ' || last_name order by id) as names
    from person where staff_role is not null and username like 'crowd-agent-%'),
dice as materialized (
    select i, 1 + (i * 7919::bigint % cardinality(companies))::int as seat, random() as status, random() as age,
           1 + floor(random() * 12)::int as problem, 1 + floor(random() * 10)::int as place,
           1 + floor(random() * 8)::int as reference, 1 + floor(random() * 12)::int as agent, random() < 0.75 as owned,
           timestamptz '2021-01-04 08:00+01' + make_interval(secs => 157000000.0 * i / :cases) as created_at
    from generate_series(1, :cases) i, seats),
drawn as (
    select d.*, nextval(pg_get_serial_sequence('cases', 'id')) as id, companies[seat] as company_id,
           people[seat] as requester_id, case when owned then a.ids[agent] end as owner_id,
           case when owned then a.names[agent] else '' end as owner_name,
           created_at + make_interval(secs => age * 900000) as changed_at,
           case when status < 0.70 then 'work_completed' when status < 0.72 then 'cancelled'
                when status < 0.80 then 'waiting_for_details' when status < 0.84 then 'field_service'
                when status < 0.90 then 'researching' else 'in_progress' end as status_reason,
           (array['Registrator ne bere kartic', 'Ura na terminalu zaostaja', 'Vrata se ne odklenejo',
                  'Prijava v Time & Space ne uspe', 'Nastavitev urnika za izmensko delo',
                  'Poročilo o prisotnosti je prazno', 'Prenos ur v obračun plač', 'Zaslon registratorja je počen',
                  'Nov delavec nima pravice dostopa', 'Žepni čitalnik se ne poveže', 'Obnova licence',
                  'Počasno odpiranje koledarja'])[problem] as what,
           (array['v Kranju', 'v skladišču', 'na glavnem vhodu', 'v Šoštanju', 'v pisarni', 'na izpostavi Češnjica',
                  'v proizvodnji', 'v garaži', 'pri vratarju', 'na Žalah'])[place] as place_name
    from dice d, seats, agents a),
made as (
    insert into cases (id, number, company_id, requester_id, submission_key, type, title, description, status_reason,
                       owner_id, owner_name, owned_since, serial_number, reference, created_at, changed_at, closed_at)
    overriding system value
    select id, 'CAS-' || lpad(id::text, greatest(5, length(id::text)), '0') || '-' || upper(substr(md5(id::text), 1, 6)),
           company_id, requester_id, gen_random_uuid(),
           case when problem in (1, 8, 10) then 'repair' else 'support' end, what || ' ' || place_name,
           'Pozdravljeni, od včeraj opažamo: ' || lower(what) || ' ' || place_name || '. Prosimo za pomoč.',
           status_reason, owner_id, owner_name, case when owned then created_at end,
           case when problem in (1, 2, 8, 10) then 'SN' || (100000 + id) else '' end,
           case when reference < 4 then 'NAR-' || extract(year from created_at) || '/' || i else '' end,
           created_at, changed_at, case when status_reason in ('work_completed', 'cancelled') then changed_at end
    from drawn
    returning *),
notes as (
    insert into note (case_id, author_id, by_staff, visibility, body, submission_key, created_at)
    select m.id, case when kind = 1 then m.requester_id else m.owner_id end, kind <> 1,
           case when kind = 3 then 'internal' else 'public' end,
           case kind when 1 then 'Dodajam še podatek: naprava je bila nazadnje zagnana ob sedmih, nalog ' || m.id || '.'
                     when 2 then 'Spoštovani, hvala za sporočilo. Pregledali smo nastavitve in pošiljamo navodila.'
                     else 'Stranka poroča o isti težavi že tretjič, preveriti jamstvo pri dobavitelju.' end,
           gen_random_uuid(), m.created_at + kind * interval '1 hour'
    from made m cross join generate_series(1, 3) kind
    where kind = 1 or m.owner_id is not null)
insert into case_search (case_id, public_words, staff_words)
select m.id, w.words,
       w.words || case when m.owner_id is not null then array_to_tsvector(array['jamstvo', 'dobavitelju', 'tretjic'])
                       else ''::tsvector end
from made m, lateral (
    select array_to_tsvector(array_remove(array[
               lower(m.number), split_part(m.number, '-', 2), m.id::text, lower(split_part(m.number, '-', 3)),
               '=p' || m.requester_id, '=c' || m.company_id, nullif(lower(m.reference), '')], null))
           || strip(to_tsvector('simple', translate(lower(unaccent(concat_ws(' ', m.title, m.reference, m.serial_number,
                m.description, 'Dodajam še podatek: naprava je bila nazadnje zagnana ob sedmih, nalog ' || m.id,
                case when m.owner_id is not null then
                    'Spoštovani, hvala za sporočilo. Pregledali smo nastavitve in pošiljamo navodila.' end))), '-/._@:', '      '))) as words
    ) w
