-- Mail domains that a company's people write from. A match is proposed to whoever decides; it grants nothing.
create table company_domain (
    company_id bigint      not null references company,
    domain     text        not null check (domain = lower(domain) and domain like '%.%'),
    added_by   bigint references person,
    added_at   timestamptz not null,
    primary key (company_id, domain)
);
create index company_domain_by_name on company_domain (domain);
