-- Receipts that their callers counter-signed (design.md 3.2). Nothing here is personal: digests and a signature.
CREATE TABLE acknowledgement (
  caller TEXT NOT NULL,
  tx BLOB NOT NULL,                   -- the transaction that is acknowledged
  idx INTEGER NOT NULL,               -- its leaf
  at INTEGER NOT NULL,                -- milliseconds since 1970, UTC
  statement TEXT NOT NULL,            -- compact JWS, as it was sent
  PRIMARY KEY (caller, tx)
) STRICT, WITHOUT ROWID;
