-- Files that go out with a mail, in order; whoever deletes the mail deletes them.

create table outgoing_attachment (
    id      bigint generated always as identity primary key,
    mail_id bigint not null references outgoing_mail on delete cascade,
    name    text   not null check (name ~ '^[A-Za-z0-9._-]{1,100}$'),
    type    text   not null check (type ~ '^[a-z0-9.+-]+/[a-z0-9.+-]+$'),
    content bytea  not null
);
create index outgoing_attachment_of_mail on outgoing_attachment (mail_id, id);
