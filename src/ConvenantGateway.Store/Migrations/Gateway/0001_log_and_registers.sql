-- The log (design.md section 7). Rows are only ever added.
CREATE TABLE leaf (
  idx INTEGER PRIMARY KEY,            -- gapless from 0: the tree's index
  hash BLOB NOT NULL,                 -- SHA-256(0x00 || bytes)
  bytes BLOB NOT NULL,                -- leaf v1; the columns below only repeat it for searching
  time INTEGER NOT NULL,              -- milliseconds since 1970, UTC
  tx BLOB NOT NULL,
  type INTEGER NOT NULL,
  caller TEXT NOT NULL,
  counterparty TEXT NOT NULL,
  purpose TEXT NOT NULL,
  outcome TEXT NOT NULL,
  rules TEXT NOT NULL                 -- ' R-01 R-02 ', or empty
) STRICT;
CREATE INDEX leaf_tx ON leaf (tx);
CREATE INDEX leaf_time ON leaf (time);

CREATE TABLE view (
  id INTEGER PRIMARY KEY,             -- idx * 256 + the view's place in the leaf
  idx INTEGER NOT NULL,
  viewer TEXT NOT NULL,
  sealed BLOB NOT NULL                -- its SHA-256 stands in the leaf
) STRICT;
CREATE UNIQUE INDEX view_viewer ON view (viewer, idx);

CREATE TABLE view_person (
  person BLOB NOT NULL,               -- HMAC of the handle under the viewer's search key
  viewer TEXT NOT NULL,
  idx INTEGER NOT NULL,
  PRIMARY KEY (person, viewer, idx)
) STRICT, WITHOUT ROWID;

CREATE TABLE tile (
  level INTEGER NOT NULL,
  idx INTEGER NOT NULL,
  root BLOB NOT NULL,
  hashes BLOB NOT NULL,
  PRIMARY KEY (level, idx)
) STRICT;

CREATE TABLE checkpoint (
  size INTEGER PRIMARY KEY,
  note BLOB NOT NULL                  -- C2SP signed note, one per commit
) STRICT;

CREATE TABLE log_identity (
  one INTEGER PRIMARY KEY CHECK (one = 1),
  verifier_key TEXT NOT NULL
) STRICT;

-- Registers and inboxes. Content is sealed; clear columns are those of design.md section 8.
CREATE TABLE resource (
  seq INTEGER PRIMARY KEY,            -- order of arrival
  register TEXT NOT NULL,
  source TEXT NOT NULL,
  origin INTEGER NOT NULL,
  tx BLOB NOT NULL,
  type TEXT NOT NULL,
  id TEXT NOT NULL,
  version INTEGER NOT NULL,
  received INTEGER NOT NULL,          -- 100 ns ticks, UTC
  case_handle TEXT,
  classes INTEGER NOT NULL,
  newest INTEGER NOT NULL,
  wrapped BLOB NOT NULL,              -- the version's own key, wrapped under the register's
  sealed BLOB NOT NULL                -- persons and JSON
) STRICT;
CREATE UNIQUE INDEX resource_id ON resource (register, type, id, version);
CREATE INDEX resource_type ON resource (register, type, seq);
CREATE INDEX resource_tx ON resource (tx);

CREATE TABLE person (
  person BLOB NOT NULL,               -- HMAC of the handle under the register's search key
  seq INTEGER NOT NULL,
  patient TEXT NOT NULL,
  roles INTEGER NOT NULL,
  PRIMARY KEY (person, seq, patient)
) STRICT, WITHOUT ROWID;

CREATE TABLE term (
  term BLOB NOT NULL,                 -- HMAC of name and value under the register's search key
  seq INTEGER NOT NULL,
  PRIMARY KEY (term, seq)
) STRICT, WITHOUT ROWID;

CREATE TABLE permission (
  holder TEXT NOT NULL,
  person BLOB NOT NULL,
  recipient TEXT NOT NULL,
  purpose TEXT NOT NULL,
  from_day INTEGER NOT NULL,
  until_day INTEGER NOT NULL,
  wrapped BLOB NOT NULL,
  sealed BLOB NOT NULL,
  PRIMARY KEY (holder, person, recipient, purpose)
) STRICT;

CREATE TABLE claim (
  caller TEXT NOT NULL,
  tx BLOB NOT NULL,
  PRIMARY KEY (caller, tx)
) STRICT, WITHOUT ROWID;

CREATE TABLE idempotency (
  caller TEXT NOT NULL,
  name BLOB NOT NULL,                 -- HMAC of the key: a Bundle.identifier may name a person
  digest TEXT NOT NULL,
  tx BLOB NOT NULL,
  status INTEGER NOT NULL,
  expires INTEGER NOT NULL,           -- 100 ns ticks, UTC
  wrapped BLOB NOT NULL,
  sealed BLOB NOT NULL,
  PRIMARY KEY (caller, name)
) STRICT;

CREATE TABLE dossier (
  id BLOB PRIMARY KEY,
  caller TEXT NOT NULL,
  expires INTEGER NOT NULL,
  wrapped BLOB NOT NULL,
  sealed BLOB NOT NULL
) STRICT;

CREATE TABLE hold (
  seq INTEGER PRIMARY KEY,
  tx BLOB NOT NULL,
  sender TEXT NOT NULL,
  receiver TEXT NOT NULL,
  held INTEGER NOT NULL,
  reasons_wrapped BLOB NOT NULL,
  reasons_sealed BLOB NOT NULL,
  body_wrapped BLOB NOT NULL,
  body_sealed BLOB NOT NULL
) STRICT;
CREATE INDEX hold_sender ON hold (sender, seq);

CREATE TABLE inquiry (
  officer TEXT NOT NULL,
  number TEXT NOT NULL,
  organisations TEXT NOT NULL,        -- separated by a space
  until INTEGER NOT NULL,
  PRIMARY KEY (officer, number)
) STRICT;
