-- Receipts that their callers counter-signed (design.md 3.2). Nothing here is personal: digests and a signature.
CREATE TABLE acknowledgement (
  caller TEXT COLLATE "C" NOT NULL,
  tx BYTEA NOT NULL,                   -- the transaction that is acknowledged
  idx BIGINT NOT NULL,               -- its leaf
  at BIGINT NOT NULL,                -- milliseconds since 1970, UTC
  statement TEXT COLLATE "C" NOT NULL,            -- compact JWS, as it was sent
  PRIMARY KEY (caller, tx)
);
