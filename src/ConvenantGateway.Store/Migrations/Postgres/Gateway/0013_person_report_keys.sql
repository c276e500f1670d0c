-- Requests for person reports are sealed under the keys of the persons they are about, so that an erasure reaches them. A row of before stands at -1 until the node seals it anew, at its next start.
ALTER TABLE person_report ADD COLUMN idx BIGINT NOT NULL DEFAULT -1;        -- the record that it was written with: a tombstone after it of one of its persons made it unreadable
ALTER TABLE person_report ADD COLUMN persons BYTEA NOT NULL DEFAULT '';     -- the betrokkene's blind value under the viewer's search key, and the representative's, side by side
CREATE INDEX person_report_person ON person_report (viewer, idx, persons, id);
CREATE INDEX person_report_old ON person_report (id) WHERE idx < 0;
