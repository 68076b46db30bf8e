-- What all copies of the portal must share to read each other's codes; the first one that needs it makes it.
create table server_secret (
  name  text primary key,
  value bytea not null check (length(value) >= 32)
);

-- A code itself is stored nowhere: it follows from the server's secret and the id.
create table captcha (
  id         uuid primary key,
  form       text not null,
  code_hash  bytea not null,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  used_at    timestamptz,
  check (expires_at > created_at)
);

create index captcha_expires_at on captcha (expires_at);
