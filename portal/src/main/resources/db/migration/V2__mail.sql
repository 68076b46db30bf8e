-- Mail to send: written in the business transaction, sent afterwards.

create table outgoing_mail (
    id                bigint generated always as identity primary key,
    message_id        text        not null unique, -- RFC 5322 section 3.6.4, with angle brackets
    thread            text,                        -- what belongs together, e.g. case:123
    gather_key        text,                        -- a waiting mail with this key takes up further changes
    gathers_since     timestamptz,                 -- the first change that it tells of
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
    due_at            timestamptz not null, -- when it is tried next; while it is being sent: when the lease ends
    give_up_at        timestamptz,          -- 48 hours after the first attempt
    sent_at           timestamptz,
    problem           text check (problem in ('address', 'message', 'later', 'server')), -- of the last attempt
    answer            text        -- what the mail server said to it
);
create index outgoing_mail_due on outgoing_mail (due_at, id) where state in ('waiting', 'sending');
create index outgoing_mail_unsent on outgoing_mail (created_at) where state in ('waiting', 'sending');
create index outgoing_mail_failed on outgoing_mail (id) where state = 'failed';
create unique index outgoing_mail_gathering on outgoing_mail (gather_key) where state = 'waiting' and gather_key is not null;
create index outgoing_mail_thread on outgoing_mail (thread, id);
create index outgoing_mail_recipient on outgoing_mail (lower(recipient_address), id);
