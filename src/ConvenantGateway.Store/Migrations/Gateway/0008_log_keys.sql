-- Which key signed which checkpoints. A key that takes over within a log (`rotation`), or begins a new epoch of it (`epoch`), has a handover: a note that the key before it and it itself signed.
CREATE TABLE log_key (
  seq INTEGER PRIMARY KEY,            -- from 1, gapless
  verifier_key TEXT NOT NULL UNIQUE,  -- name+hash+base64; its name is the origin of the checkpoints that it signs
  from_size INTEGER NOT NULL,         -- the smallest tree that it signs
  until_size INTEGER,                 -- the largest; null while it signs
  why TEXT NOT NULL,                  -- first, rotation or epoch
  handover BLOB                       -- null for the first
) STRICT;
INSERT INTO log_key (seq, verifier_key, from_size, until_size, why, handover) SELECT 1, verifier_key, 0, NULL, 'first', NULL FROM log_identity;
