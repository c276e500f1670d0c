-- Until when a key that was handed over signs beside its successor: milliseconds since 1970, UTC; null where it never did.
ALTER TABLE log_key ADD COLUMN ends INTEGER;
