-- Digests of addresses, numbers and BSNs per person, over all registers (ADR 0009). Both columns are keyed: no value and no handle stands here.
CREATE TABLE whereabouts (
  person BLOB NOT NULL,               -- HMAC of the handle under the node's search key
  kind INTEGER NOT NULL,              -- TextFormKind
  digest BLOB NOT NULL,               -- HMAC of handle, kind and value under the region key
  category INTEGER NOT NULL,          -- what it was called, by anybody: bits of D02 to D05
  source TEXT NOT NULL,               -- who told it first
  first_seen INTEGER NOT NULL,        -- 100 ns ticks, UTC
  released INTEGER NOT NULL,          -- 1 if the holder of the case released it
  PRIMARY KEY (person, kind, digest)
) STRICT, WITHOUT ROWID;

-- Who holds a case in which a person is the victim or a child.
CREATE TABLE open_case (
  person BLOB NOT NULL,
  holder TEXT NOT NULL,
  PRIMARY KEY (person, holder)
) STRICT, WITHOUT ROWID;
