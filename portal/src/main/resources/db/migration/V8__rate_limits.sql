-- How often somebody may do something. Not logged for recovery: after a crash or on a new primary the
-- counting begins anew, which harms less than a write-ahead log entry for every attempt of a guesser.
create unlogged table rate_limit (
    id         text primary key, -- SHA-256 of what is counted, so that no address stands here
    state      bytea,
    expires_at bigint            -- milliseconds since 1970
);
create index rate_limit_expired on rate_limit (expires_at);
