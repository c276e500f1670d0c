-- How far this file has followed the log's tombstones: those below were carried out here.
CREATE TABLE settled (
  one BIGINT PRIMARY KEY CHECK (one = 1),
  idx BIGINT NOT NULL
);
