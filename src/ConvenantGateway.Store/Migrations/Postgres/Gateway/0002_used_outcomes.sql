-- Outcomes of the Wegwijzer that were used as evidence: each counts once.
CREATE TABLE used_outcome (
  id BYTEA PRIMARY KEY,
  caller TEXT COLLATE "C" NOT NULL,
  expires BIGINT NOT NULL  -- 100 ns ticks, UTC
);
CREATE INDEX used_outcome_expires ON used_outcome (expires);
