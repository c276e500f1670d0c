-- Checkpoints that a witness co-signed (C2SP tlog-cosignature).
CREATE TABLE cosignature (
  witness TEXT NOT NULL,              -- the partner or officer
  size INTEGER NOT NULL,              -- the tree of the checkpoint
  signed INTEGER NOT NULL,            -- the witness's clock: seconds since 1970
  key_name TEXT NOT NULL,
  line TEXT NOT NULL,                 -- the signature line, without its end
  PRIMARY KEY (witness, size, signed)
) STRICT;
CREATE INDEX cosignature_size ON cosignature (size);
