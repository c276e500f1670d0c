-- Keys are made once and durable before use; destroying one is an erasure.
CREATE TABLE key (
  kind TEXT NOT NULL,
  owner TEXT NOT NULL,
  name BLOB NOT NULL,
  secret BLOB NOT NULL,
  made INTEGER NOT NULL,              -- milliseconds since 1970, UTC
  PRIMARY KEY (kind, owner, name)
) STRICT, WITHOUT ROWID;
