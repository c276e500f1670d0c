-- Every policy set that was in force, whole (design.md section 5). Rows are only ever added: the triggers stop a mistake, the digests and the log show a forgery.
CREATE TABLE policy_file (
  digest BLOB PRIMARY KEY,            -- SHA-256 of the bytes: sets share the files that did not change
  bytes BLOB NOT NULL
) STRICT;

CREATE TABLE policy_set_file (
  set_digest TEXT NOT NULL,           -- SHA-256 over the lines "<digest>  <path>" of all files
  path TEXT NOT NULL,
  file BLOB NOT NULL REFERENCES policy_file (digest),
  PRIMARY KEY (set_digest, path)
) STRICT, WITHOUT ROWID;

CREATE TABLE policy_activation (
  seq INTEGER PRIMARY KEY,
  tx BLOB NOT NULL UNIQUE,            -- of its record: the leaf holds the set's digest as body digest
  at INTEGER NOT NULL,                -- 100 ns ticks, UTC
  covenant TEXT NOT NULL,
  set_digest TEXT NOT NULL,
  manifest TEXT NOT NULL,
  operator TEXT NOT NULL,
  kind INTEGER NOT NULL,
  caller TEXT NOT NULL,
  reason TEXT NOT NULL,
  signers TEXT NOT NULL,              -- separated by a space
  narrows TEXT NOT NULL,              -- digests, separated by a space
  previous TEXT NOT NULL,
  checks TEXT NOT NULL,
  difference TEXT NOT NULL            -- lines
) STRICT;
CREATE INDEX policy_activation_covenant ON policy_activation (covenant, seq);

CREATE TRIGGER policy_file_stays BEFORE UPDATE ON policy_file BEGIN SELECT RAISE(ABORT, 'append only'); END;
CREATE TRIGGER policy_file_kept BEFORE DELETE ON policy_file BEGIN SELECT RAISE(ABORT, 'append only'); END;
CREATE TRIGGER policy_set_file_stays BEFORE UPDATE ON policy_set_file BEGIN SELECT RAISE(ABORT, 'append only'); END;
CREATE TRIGGER policy_set_file_kept BEFORE DELETE ON policy_set_file BEGIN SELECT RAISE(ABORT, 'append only'); END;
CREATE TRIGGER policy_activation_stays BEFORE UPDATE ON policy_activation BEGIN SELECT RAISE(ABORT, 'append only'); END;
CREATE TRIGGER policy_activation_kept BEFORE DELETE ON policy_activation BEGIN SELECT RAISE(ABORT, 'append only'); END;
