-- Where an imported record came from: its times there in milliseconds, and its file's path inside the imported folder.
ALTER TABLE project ADD COLUMN created INTEGER;
ALTER TABLE project ADD COLUMN modified INTEGER;
ALTER TABLE project ADD COLUMN path TEXT;
ALTER TABLE note ADD COLUMN created INTEGER;
ALTER TABLE note ADD COLUMN modified INTEGER;
ALTER TABLE note ADD COLUMN path TEXT;
-- Every version of a conflict, by device and time of its edit: a set, one JSON object a line. Next to `mine` and
-- `theirs`, which hold only two.
ALTER TABLE conflict ADD COLUMN all_versions TEXT;
