-- How far this file has followed the log's tombstones: those below were carried out here.
CREATE TABLE settled (
  one INTEGER PRIMARY KEY CHECK (one = 1),
  idx INTEGER NOT NULL
) STRICT;
