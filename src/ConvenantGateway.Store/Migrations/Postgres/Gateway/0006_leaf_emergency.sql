-- Emergency use, so that it is counted without opening a leaf. It only repeats what the leaf's bytes say, like the other search columns.
ALTER TABLE leaf ADD COLUMN emergency BIGINT NOT NULL DEFAULT 0;
UPDATE leaf SET emergency = 1 WHERE position('"emergency":true'::bytea IN bytes) > 0;
