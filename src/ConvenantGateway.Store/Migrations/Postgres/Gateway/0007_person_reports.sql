-- Requests for person reports (inzage). Each change is a new revision; rows are only ever added.
CREATE TABLE person_report (
  id BYTEA NOT NULL,
  revision BIGINT NOT NULL,           -- two officers who change the same revision collide here
  viewer TEXT COLLATE "C" NOT NULL,
  received BIGINT NOT NULL,           -- 100 ns ticks, UTC
  wrapped BYTEA NOT NULL,
  sealed BYTEA NOT NULL,              -- request, state and both versions, under the register's key
  PRIMARY KEY (id, revision)
);
CREATE INDEX person_report_viewer ON person_report (viewer, received);
