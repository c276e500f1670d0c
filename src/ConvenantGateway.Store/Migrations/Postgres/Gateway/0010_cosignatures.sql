-- Checkpoints that a witness co-signed (C2SP tlog-cosignature).
CREATE TABLE cosignature (
  witness TEXT COLLATE "C" NOT NULL,              -- the partner or officer
  size BIGINT NOT NULL,              -- the tree of the checkpoint
  signed BIGINT NOT NULL,            -- the witness's clock: seconds since 1970
  key_name TEXT COLLATE "C" NOT NULL,
  line TEXT COLLATE "C" NOT NULL,                 -- the signature line, without its end
  PRIMARY KEY (witness, size, signed)
);
CREATE INDEX cosignature_size ON cosignature (size);
