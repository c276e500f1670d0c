-- Keys are made once and durable before use; destroying one is an erasure.
CREATE TABLE key (
  kind TEXT COLLATE "C" NOT NULL,
  owner TEXT COLLATE "C" NOT NULL,
  name BYTEA NOT NULL,
  secret BYTEA NOT NULL,
  made BIGINT NOT NULL,  -- milliseconds since 1970, UTC
  PRIMARY KEY (kind, owner, name)
);
