-- Outcomes of the Wegwijzer that were used as evidence: each counts once.
CREATE TABLE used_outcome (
  id BLOB PRIMARY KEY,
  caller TEXT NOT NULL,
  expires INTEGER NOT NULL            -- 100 ns ticks, UTC
) STRICT, WITHOUT ROWID;
CREATE INDEX used_outcome_expires ON used_outcome (expires);
