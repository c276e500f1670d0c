-- Requests for person reports (inzage). Each change is a new revision; rows are only ever added.
CREATE TABLE person_report (
  id BLOB NOT NULL,
  revision INTEGER NOT NULL,          -- two officers who change the same revision collide here
  viewer TEXT NOT NULL,
  received INTEGER NOT NULL,          -- 100 ns ticks, UTC
  wrapped BLOB NOT NULL,
  sealed BLOB NOT NULL,               -- request, state and both versions, under the register's key
  PRIMARY KEY (id, revision)
) STRICT;
CREATE INDEX person_report_viewer ON person_report (viewer, received);
