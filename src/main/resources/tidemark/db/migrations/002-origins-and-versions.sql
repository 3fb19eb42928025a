-- Where an imported record came from: its times there in milliseconds, and its file's path inside the imported folder.
ALTER TABLE project ADD COLUMN created INTEGER;
ALTER TABLE project ADD COLUMN modified INTEGER;
ALTER TABLE project ADD COLUMN path TEXT;
ALTER TABLE note ADD COLUMN created INTEGER;
ALTER TABLE note ADD COLUMN modified INTEGER;
ALTER TABLE note ADD COLUMN path TEXT;
ALTER TABLE file ADD COLUMN modified INTEGER;
ALTER TABLE file ADD COLUMN path TEXT;

-- The search index takes texts folded and cut into tokens by the program. This tokenizer only splits at blanks and line
-- ends: it takes all characters beyond ASCII for parts of words, also those that SQLite's tables do not know yet, and
-- of ASCII letters, digits and the symbols named. Every row is indexed anew, in the background.
DROP TABLE project_text;
DROP TABLE note_text;
DROP TABLE file_text;
CREATE VIRTUAL TABLE project_text USING fts5 (
  title, summary, content = '', contentless_delete = 1, tokenize = "ascii tokenchars '+$#.'", prefix = '1 2 3');
CREATE VIRTUAL TABLE note_text USING fts5 (
  title, body, content = '', contentless_delete = 1, tokenize = "ascii tokenchars '+$#.'", prefix = '1 2 3');
CREATE VIRTUAL TABLE file_text USING fts5 (
  name, content = '', contentless_delete = 1, tokenize = "ascii tokenchars '+$#.'", prefix = '1 2 3');
DELETE FROM to_index;
INSERT INTO to_index SELECT 'project', n FROM project;
INSERT INTO to_index SELECT 'note', n FROM note;
INSERT INTO to_index SELECT 'file', n FROM file;

-- REPLACE by another tool removes a row without firing the trigger of its removal: the row that is there is noted
-- before each insert of the same id.
CREATE TRIGGER project_index_replace BEFORE INSERT ON project BEGIN
  INSERT INTO to_index SELECT 'project', n FROM project
  WHERE id = NEW.id AND NOT EXISTS (SELECT 1 FROM to_index WHERE tbl = 'project' AND to_index.n = project.n);
END;
CREATE TRIGGER note_index_replace BEFORE INSERT ON note BEGIN
  INSERT INTO to_index SELECT 'note', n FROM note
  WHERE id = NEW.id AND NOT EXISTS (SELECT 1 FROM to_index WHERE tbl = 'note' AND to_index.n = note.n);
END;
CREATE TRIGGER file_index_replace BEFORE INSERT ON file BEGIN
  INSERT INTO to_index SELECT 'file', n FROM file
  WHERE id = NEW.id AND NOT EXISTS (SELECT 1 FROM to_index WHERE tbl = 'file' AND to_index.n = file.n);
END;

-- Every version of a conflict, by device and time of its edit: a set, one JSON object a line. Next to `mine` and
-- `theirs`, which hold only two.
ALTER TABLE conflict ADD COLUMN all_versions TEXT;

-- The name of the device on which a file was added.
ALTER TABLE file ADD COLUMN added_by TEXT;

-- Local: the contents of files, as far as this device has to do with them. One that a synced row names and that has no
-- row here is only on the remote. `here` is 1 while it lies in the folder of contents, unchanged since `modified` (the
-- time of its file in ms; NULL makes that be checked); `sent` is 1 when the remote surely has it; `wanted` is 1 when a
-- person asked for it; `used` is when it was last needed, in ms; `upload` finds an upload in parts again; `problem` is
-- why it is not moved.
CREATE TABLE content (
  sha256 TEXT NOT NULL PRIMARY KEY,
  size INTEGER NOT NULL,
  here INTEGER NOT NULL,
  modified INTEGER,
  sent INTEGER NOT NULL,
  wanted INTEGER NOT NULL,
  used INTEGER NOT NULL,
  upload TEXT,
  problem TEXT
) STRICT, WITHOUT ROWID;
CREATE INDEX content_unsent ON content (size) WHERE here = 1 AND sent = 0;
CREATE INDEX content_wanted ON content (size) WHERE wanted = 1 AND here = 0;
CREATE INDEX content_used ON content (used) WHERE here = 1;
CREATE INDEX file_content ON file (sha256);
-- Local: the files, projects and collections whose contents stay on this device.
CREATE TABLE pin (tbl TEXT NOT NULL, id TEXT NOT NULL, PRIMARY KEY (tbl, id)) STRICT, WITHOUT ROWID;
