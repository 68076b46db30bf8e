-- What is installed at a customer and what covers it.

create table customer_system (
    id                    bigint generated always as identity,
    company_id            bigint not null references company,
    identification_number text   not null,
    name                  text   not null,
    product               text   not null,
    primary key (id),
    unique (company_id, identification_number)
);

create table device (
    id             bigint generated always as identity primary key,
    company_id     bigint not null references company,
    system_id      bigint references customer_system,
    serial_number  text   not null check (serial_number ~ '^[[:alnum:]]+$' and serial_number = upper(serial_number)), -- canonical
    product        text   not null,
    warranty_until date,
    unique (company_id, serial_number)
);
create index device_by_serial on device (serial_number);

create table entitlement (
    id          bigint generated always as identity primary key,
    company_id  bigint        not null references company,
    name        text          not null,
    kind        text          not null check (kind in ('contract', 'hours')),
    valid_from  date          not null,
    valid_until date          not null,
    hours_total numeric(7, 2) check (hours_total >= 0),
    hours_used  numeric(7, 2) not null default 0 check (hours_used >= 0),
    check ((kind = 'hours') = (hours_total is not null)),
    check (valid_from <= valid_until)
);
create index entitlement_of_company on entitlement (company_id, valid_until);
