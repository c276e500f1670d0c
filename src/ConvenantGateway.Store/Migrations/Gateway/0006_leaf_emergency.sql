-- Emergency use, so that it is counted without opening a leaf. It only repeats what the leaf's bytes say, like the other search columns.
ALTER TABLE leaf ADD COLUMN emergency INTEGER NOT NULL DEFAULT 0;
UPDATE leaf SET emergency = 1 WHERE instr(bytes, CAST('"emergency":true' AS BLOB)) > 0;
