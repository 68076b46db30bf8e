-- Who calls is found by the number.
create index person_phone on person (phone) where phone <> '';
create index person_mobile on person (mobile) where mobile <> '';
