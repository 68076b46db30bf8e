-- An account that has ended keeps its name and its history, and gives up its address and user name: whoever
-- is invited to that address later is somebody new to the portal, with none of the old rights.
alter table person drop constraint person_email_key;
create unique index person_email on person (email) where state = 'active';
drop index person_username;
create unique index person_username on person (lower(username)) where state = 'active';
