-- :companies companies, each with one person who sees all of it and one who sees the own cases; twelve agents
with made as (
    insert into company (name, country, tax_number, state, created_at)
    select (array['Kovinar', 'Lesnina Bled', 'Mlekarna Soča', 'Tiskarna Žalec', 'Trgovina Češnjica', 'Pekarna Ajda',
                  'Gradnje Šoštanj', 'Prevozi Drava', 'Steklarna Rogla', 'Hotel Jezero'])[1 + i % 10]
               || ' ' || i || ' d. o. o.',
           'SI', 'crowd-' || gen_random_uuid(), 'active', timestamptz '2019-01-01 08:00+01'
    from generate_series(1, :companies) i
    returning id),
people as (
    insert into person (salutation, first_name, last_name, email, username, language, time_zone, password_hash,
                        password_changed_at, created_at)
    select 'none',
           (array['Ana', 'Marko', 'Špela', 'Žiga', 'Tjaša', 'Luka', 'Maja', 'Gašper'])[1 + (c.id % 8)::int],
           (array['Kovač', 'Zupančič', 'Hribar', 'Čeh', 'Vidmar', 'Šuštar', 'Kralj', 'Žagar'])[1 + (c.id / 8 % 8)::int],
           'crowd-' || c.id || '-' || n || '@podjetje.example', 'crowd-' || c.id || '-' || n, 'sl', 'Europe/Ljubljana',
           '-', timestamptz '2019-01-01 08:00+01', timestamptz '2019-01-01 08:00+01'
    from made c cross join generate_series(1, 2) n
    returning id, username),
staff as (
    insert into person (salutation, first_name, last_name, email, username, language, time_zone, staff_role,
                        password_hash, password_changed_at, created_at)
    select 'none', (array['Gregor', 'Nina', 'Peter', 'Žana'])[1 + n % 4],
           (array['Berčič', 'Šmid', 'Oblak', 'Čop', 'Zorman'])[1 + n % 5],
           'crowd-agent-' || n || '@spica.example', 'crowd-agent-' || n, 'sl', 'Europe/Ljubljana', 'agent',
           '-', timestamptz '2019-01-01 08:00+01', timestamptz '2019-01-01 08:00+01'
    from generate_series(1, 12) n
    on conflict do nothing
    returning id),
admitted as (
    insert into membership (company_id, person_id, role, state, requested_at, decided_at)
    select split_part(username, '-', 2)::bigint, id, case when username like '%-1' then 'company' else 'own' end,
           'admitted', timestamptz '2019-01-01 08:00+01', timestamptz '2019-01-01 08:00+01'
    from people
    returning company_id)
select min(company_id) as first, max(company_id) as last from admitted
