-- A file that a draft names stays as long as the draft; null: a day, as any other loose one.
alter table attachment add column kept_until timestamptz;
