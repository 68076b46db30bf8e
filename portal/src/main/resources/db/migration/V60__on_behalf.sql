-- Cases that the help desk writes down for a customer who has called, written or come by.

alter table cases
    add contact    text not null default 'portal' check (contact in ('portal', 'phone', 'email', 'visit', 'other')),
    add created_by bigint references person, -- of the help desk; null: the requester
    add check ((contact = 'portal') = (created_by is null));
