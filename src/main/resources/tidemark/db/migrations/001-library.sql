-- Synced tables. Each has a text id that never changes and a local row number n (full-text search needs one), and
-- `edited`, the local time in milliseconds of the last change, which is shown and never synced. STRICT, because a
-- BLOB would make json_object fail; no other UNIQUE and no CHECK, because what a newer program wrote must fit.
-- Foreign keys never cascade: a cascade would destroy text that was not sent yet.

CREATE TABLE collection (
  n INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, edited INTEGER,
  name TEXT,
  parent TEXT REFERENCES collection (id) DEFERRABLE INITIALLY DEFERRED,
  position TEXT,
  colour TEXT,
  trashed_at INTEGER
) STRICT;
CREATE INDEX collection_parent ON collection (parent, position);
CREATE INDEX collection_name ON collection (parent, name);

CREATE TABLE project (
  n INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, edited INTEGER,
  title TEXT,
  summary TEXT,
  status TEXT,
  starred INTEGER,
  due TEXT,
  collection TEXT REFERENCES collection (id) DEFERRABLE INITIALLY DEFERRED,
  position TEXT,
  trashed_at INTEGER
) STRICT;
CREATE INDEX project_collection ON project (collection, position);
-- One for each list of the window: what is (not) in the trash, then what narrows it, then its order.
CREATE INDEX project_by_edited ON project (trashed_at, edited);
CREATE INDEX project_by_title ON project (trashed_at, title COLLATE NOCASE);
CREATE INDEX project_by_due ON project (trashed_at, ifnull(due, '~'));
CREATE INDEX project_by_place ON project (trashed_at, collection, position, id);
CREATE INDEX project_by_status ON project (trashed_at, ifnull(status, 'idea'), edited);
CREATE INDEX project_trashed ON project (edited) WHERE trashed_at IS NOT NULL;
CREATE INDEX project_starred ON project (trashed_at, edited) WHERE starred <> 0;
CREATE INDEX project_due ON project (trashed_at, due) WHERE due IS NOT NULL;

CREATE TABLE note (
  n INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, edited INTEGER,
  project TEXT REFERENCES project (id) DEFERRABLE INITIALLY DEFERRED,
  title TEXT,
  body TEXT,
  position TEXT,
  trashed_at INTEGER
) STRICT;
CREATE INDEX note_project ON note (project, position);
CREATE INDEX note_trashed ON note (trashed_at) WHERE trashed_at IS NOT NULL;

CREATE TABLE file (
  n INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, edited INTEGER,
  project TEXT REFERENCES project (id) DEFERRABLE INITIALLY DEFERRED,
  name TEXT,
  media_type TEXT,
  size INTEGER,
  sha256 TEXT,
  position TEXT,
  trashed_at INTEGER
) STRICT;
CREATE INDEX file_project ON file (project, position);
CREATE INDEX file_trashed ON file (trashed_at) WHERE trashed_at IS NOT NULL;

CREATE TABLE label (
  n INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, edited INTEGER,
  name TEXT,
  colour TEXT
) STRICT;

CREATE TABLE project_label (
  n INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, edited INTEGER,
  project TEXT REFERENCES project (id) DEFERRABLE INITIALLY DEFERRED,
  label TEXT REFERENCES label (id) DEFERRABLE INITIALLY DEFERRED
) STRICT;
CREATE INDEX project_label_project ON project_label (project);
CREATE INDEX project_label_label ON project_label (label);

CREATE TABLE conflict (
  n INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, edited INTEGER,
  tbl TEXT, record TEXT, field TEXT,
  base TEXT, mine TEXT, mine_device TEXT, mine_at INTEGER, theirs TEXT, theirs_device TEXT, theirs_at INTEGER, rule TEXT,
  resolution TEXT, resolved TEXT, resolved_device TEXT, resolved_at INTEGER
) STRICT;
CREATE INDEX conflict_record ON conflict (tbl, record);
CREATE INDEX conflict_open ON conflict (n) WHERE resolution IS NULL;

-- A change in a note or file shows as a change of its project.
CREATE TRIGGER note_edited AFTER UPDATE OF edited ON note WHEN NEW.edited IS NOT NULL BEGIN
  UPDATE project SET edited = NEW.edited WHERE id = NEW.project AND (edited IS NULL OR edited < NEW.edited);
END;
CREATE TRIGGER note_added AFTER INSERT ON note WHEN NEW.edited IS NOT NULL BEGIN
  UPDATE project SET edited = NEW.edited WHERE id = NEW.project AND (edited IS NULL OR edited < NEW.edited);
END;
CREATE TRIGGER file_edited AFTER UPDATE OF edited ON file WHEN NEW.edited IS NOT NULL BEGIN
  UPDATE project SET edited = NEW.edited WHERE id = NEW.project AND (edited IS NULL OR edited < NEW.edited);
END;
CREATE TRIGGER file_added AFTER INSERT ON file WHEN NEW.edited IS NOT NULL BEGIN
  UPDATE project SET edited = NEW.edited WHERE id = NEW.project AND (edited IS NULL OR edited < NEW.edited);
END;

-- Local tables, never synced.

-- What each row with unsent changes was when it was last in sync: a JSON object, NULL for a new row.
CREATE TABLE pending (
  tbl TEXT NOT NULL, id TEXT NOT NULL, base TEXT, tx INTEGER NOT NULL, PRIMARY KEY (tbl, id)
) STRICT, WITHOUT ROWID;
-- The number and time (ms) of the newest local transaction; one row.
CREATE TABLE tx (number INTEGER NOT NULL, at INTEGER NOT NULL) STRICT;
INSERT INTO tx (number, at) VALUES (0, 0);
-- Local transactions that touched the same row, which are therefore sent together.
CREATE TABLE tx_link (earlier INTEGER NOT NULL, later INTEGER NOT NULL, PRIMARY KEY (earlier, later)) STRICT, WITHOUT ROWID;
-- Holds a row, within one transaction, while remote changes are applied: nothing is captured then.
CREATE TABLE applying (flag INTEGER) STRICT;
-- Fields that a newer program wrote and this one does not know: part of the synced state, handed back untouched.
-- `aside` is 1 for a whole row of a known table that waits here because its parent is missing.
CREATE TABLE parked (
  tbl TEXT NOT NULL, id TEXT NOT NULL, fields TEXT NOT NULL, aside INTEGER NOT NULL, PRIMARY KEY (tbl, id)
) STRICT, WITHOUT ROWID;
CREATE INDEX parked_aside ON parked (aside) WHERE aside = 1;
-- The batch that is being sent: its bytes, and the row values in it.
CREATE TABLE outgoing (
  number INTEGER PRIMARY KEY, commit_id TEXT NOT NULL, hash TEXT NOT NULL, body BLOB NOT NULL
) STRICT;
CREATE TABLE outgoing_row (
  tbl TEXT NOT NULL, id TEXT NOT NULL, sent TEXT, PRIMARY KEY (tbl, id)
) STRICT, WITHOUT ROWID;
-- The batches applied here, as they stand on the remote; hash is the SHA-256 of the JSON, applied_at in ms.
CREATE TABLE log (
  version INTEGER PRIMARY KEY, commit_id TEXT NOT NULL, device TEXT NOT NULL, device_name TEXT NOT NULL,
  at INTEGER NOT NULL, hash TEXT NOT NULL, rows INTEGER NOT NULL, body BLOB NOT NULL
) STRICT;
-- Merges that were more than taking one side, kept for the person to look at.
CREATE TABLE merged (
  n INTEGER PRIMARY KEY, version INTEGER NOT NULL, tbl TEXT NOT NULL, id TEXT NOT NULL, field TEXT NOT NULL,
  rule TEXT NOT NULL, device_name TEXT NOT NULL, at INTEGER NOT NULL,
  base TEXT, mine TEXT, theirs TEXT, result TEXT
) STRICT;
CREATE INDEX merged_record ON merged (tbl, id);
-- Facts about this copy: device, library, version, hashes, settings.
CREATE TABLE local (key TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID;

-- Full-text search, filled after the transaction from the list of rows to index.
CREATE TABLE to_index (tbl TEXT NOT NULL, n INTEGER NOT NULL, PRIMARY KEY (tbl, n)) STRICT, WITHOUT ROWID;
CREATE VIRTUAL TABLE project_text USING fts5 (
  title, summary, content = '', contentless_delete = 1, tokenize = 'unicode61 remove_diacritics 2', prefix = '2 3');
CREATE VIRTUAL TABLE note_text USING fts5 (
  title, body, content = '', contentless_delete = 1, tokenize = 'unicode61 remove_diacritics 2', prefix = '2 3');
CREATE VIRTUAL TABLE file_text USING fts5 (
  name, content = '', contentless_delete = 1, tokenize = 'unicode61 remove_diacritics 2', prefix = '2 3');

CREATE TRIGGER project_index_insert AFTER INSERT ON project BEGIN
  INSERT INTO to_index SELECT 'project', NEW.n WHERE NOT EXISTS (SELECT 1 FROM to_index WHERE tbl = 'project' AND n = NEW.n);
END;
CREATE TRIGGER project_index_update AFTER UPDATE OF title, summary ON project BEGIN
  INSERT INTO to_index SELECT 'project', NEW.n WHERE NOT EXISTS (SELECT 1 FROM to_index WHERE tbl = 'project' AND n = NEW.n);
END;
CREATE TRIGGER project_index_delete AFTER DELETE ON project BEGIN
  INSERT INTO to_index SELECT 'project', OLD.n WHERE NOT EXISTS (SELECT 1 FROM to_index WHERE tbl = 'project' AND n = OLD.n);
END;
CREATE TRIGGER note_index_insert AFTER INSERT ON note BEGIN
  INSERT INTO to_index SELECT 'note', NEW.n WHERE NOT EXISTS (SELECT 1 FROM to_index WHERE tbl = 'note' AND n = NEW.n);
END;
CREATE TRIGGER note_index_update AFTER UPDATE OF title, body ON note BEGIN
  INSERT INTO to_index SELECT 'note', NEW.n WHERE NOT EXISTS (SELECT 1 FROM to_index WHERE tbl = 'note' AND n = NEW.n);
END;
CREATE TRIGGER note_index_delete AFTER DELETE ON note BEGIN
  INSERT INTO to_index SELECT 'note', OLD.n WHERE NOT EXISTS (SELECT 1 FROM to_index WHERE tbl = 'note' AND n = OLD.n);
END;
CREATE TRIGGER file_index_insert AFTER INSERT ON file BEGIN
  INSERT INTO to_index SELECT 'file', NEW.n WHERE NOT EXISTS (SELECT 1 FROM to_index WHERE tbl = 'file' AND n = NEW.n);
END;
CREATE TRIGGER file_index_update AFTER UPDATE OF name ON file BEGIN
  INSERT INTO to_index SELECT 'file', NEW.n WHERE NOT EXISTS (SELECT 1 FROM to_index WHERE tbl = 'file' AND n = NEW.n);
END;
CREATE TRIGGER file_index_delete AFTER DELETE ON file BEGIN
  INSERT INTO to_index SELECT 'file', OLD.n WHERE NOT EXISTS (SELECT 1 FROM to_index WHERE tbl = 'file' AND n = OLD.n);
END;
