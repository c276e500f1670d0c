-- Digests of addresses, numbers and BSNs per person, over all registers (ADR 0009). Both columns are keyed: no value and no handle stands here.
CREATE TABLE whereabouts (
  person BYTEA NOT NULL,  -- HMAC of the handle under the node's search key
  kind BIGINT NOT NULL,  -- TextFormKind
  digest BYTEA NOT NULL,  -- HMAC of handle, kind and value under the region key
  category BIGINT NOT NULL,  -- what it was called, by anybody: bits of D02 to D05
  source TEXT COLLATE "C" NOT NULL,  -- who told it first
  first_seen BIGINT NOT NULL,  -- 100 ns ticks, UTC
  released BIGINT NOT NULL,  -- 1 if the holder of the case released it
  PRIMARY KEY (person, kind, digest)
);

-- Who holds a case in which a person is the victim or a child.
CREATE TABLE open_case (
  person BYTEA NOT NULL,
  holder TEXT COLLATE "C" NOT NULL,
  PRIMARY KEY (person, holder)
);
