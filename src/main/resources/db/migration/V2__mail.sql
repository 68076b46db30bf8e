-- Mail to send: written in the business transaction, sent afterwards.

create table outgoing_mail (
    id                bigint generated always as identity primary key,
    message_id        text        not null unique, -- RFC 5322 section 3.6.4, with angle brackets
    thread            text,                        -- what belongs together, e.g. case:123
    gather_key        text,                        -- a waiting mail with this key takes up further changes
    purpose           text        not null,        -- bundle prefix of the letter, e.g. cases.mail.changed
    recipient_id      bigint references person,
    recipient_address text        not null,
    recipient_name    text        not null,
    language          text        not null,
    subject           text        not null,
    html              text        not null,
    text              text        not null,
    in_reply_to       text,
    reference_ids     text        not null default '', -- References, space separated
    secret            boolean     not null default false, -- bodies are blanked once sent
    state             text        not null check (state in ('waiting', 'sending', 'sent', 'failed')),
    attempts          integer     not null default 0,
    created_at        timestamptz not null,
    due_at            timestamptz not null,
    leased_until      timestamptz,
    sent_at           timestamptz,
    last_error        text
);
create index outgoing_mail_due on outgoing_mail (due_at, id) where state in ('waiting', 'sending');
create unique index outgoing_mail_gathering on outgoing_mail (gather_key) where state = 'waiting' and gather_key is not null;
create index outgoing_mail_thread on outgoing_mail (thread, id);
create index outgoing_mail_failed on outgoing_mail (id) where state = 'failed';
