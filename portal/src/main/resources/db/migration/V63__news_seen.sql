-- When the person last said to have seen all that is new.
alter table person add column news_seen_at timestamptz;
