-- Destroyed keys: one row each, written with the tombstone. The tombstone's body digest is that of its rows.
CREATE TABLE erasure (
  idx BIGINT NOT NULL,               -- the tombstone: what this person's key sealed for the viewer before it is unreadable
  viewer TEXT COLLATE "C" NOT NULL,
  person BYTEA NOT NULL,               -- HMAC of the handle under the viewer's search key
  retention BIGINT NOT NULL,         -- RetentionClass
  key_id BYTEA NOT NULL,               -- tells a destroyed key from one that was made later for the same person
  rule TEXT COLLATE "C" NOT NULL,
  tx BYTEA NOT NULL,
  by_whom TEXT COLLATE "C" NOT NULL,
  decided BIGINT NOT NULL,           -- 100 ns ticks, UTC
  PRIMARY KEY (viewer, person, retention, idx)
);
CREATE INDEX erasure_idx ON erasure (idx);
CREATE INDEX erasure_tx ON erasure (tx);

-- While a hold runs, nothing is erased that would make values about its person unreadable.
CREATE TABLE legal_hold (
  tx BYTEA PRIMARY KEY,                -- of the record that laid it
  viewer TEXT COLLATE "C" NOT NULL,
  person BYTEA NOT NULL,
  reason TEXT COLLATE "C" NOT NULL,               -- a code
  until_day BIGINT NOT NULL,         -- the last day, as days since 1-1-1
  by_whom TEXT COLLATE "C" NOT NULL,
  lifted BYTEA                         -- transaction of the record that lifted it
);
CREATE INDEX legal_hold_person ON legal_hold (viewer, person);

-- Tombstones are read at every start and every check of the newest stretch.
CREATE INDEX leaf_tombstone ON leaf (idx) WHERE type = 16;
