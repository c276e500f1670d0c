-- A hold on a person is one row for the organisation and one for each of its officers, whose looks it covers: this says which rows belong together. Empty for a row of before.
ALTER TABLE legal_hold ADD COLUMN laid BYTEA NOT NULL DEFAULT '';     -- transaction of the record that laid it
