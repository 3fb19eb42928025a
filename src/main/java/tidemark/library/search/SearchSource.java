package tidemark.library.search;

import java.util.List;

/// A kind of text that is searched.
///
/// Each query yields the project's id, the text's own id, and a score, the lower the better: titles count more than
/// texts, and a project's own words more than those of its notes.
enum SearchSource {
    PROJECT(
            """
            SELECT project.id, project.id, bm25(project_text, 10.0, 1.0) * 1.5 AS score
            FROM project_text JOIN project ON project.n = project_text.rowid
            WHERE project_text MATCH ? AND project.trashed_at IS NULL""",
            "SELECT project.id, project.id, -project.edited AS score FROM project WHERE project.trashed_at IS NULL"),
    NOTE("""
            SELECT note.project, note.id, bm25(note_text, 5.0, 1.0) AS score
            FROM note_text JOIN note ON note.n = note_text.rowid JOIN project ON project.id = note.project
            WHERE note_text MATCH ? AND note.trashed_at IS NULL AND project.trashed_at IS NULL""", """
            SELECT note.project, note.id, -note.edited AS score FROM note JOIN project ON project.id = note.project
            WHERE note.trashed_at IS NULL AND project.trashed_at IS NULL"""),
    FILE("""
            SELECT file.project, file.id, bm25(file_text) AS score
            FROM file_text JOIN file ON file.n = file_text.rowid JOIN project ON project.id = file.project
            WHERE file_text MATCH ? AND file.trashed_at IS NULL AND project.trashed_at IS NULL""", """
            SELECT file.project, file.id, -file.edited AS score FROM file JOIN project ON project.id = file.project
            WHERE file.trashed_at IS NULL AND project.trashed_at IS NULL""");

    private static final String LABELLED =
            " AND project.id IN (SELECT project FROM project_label JOIN json_each(?) ON label = value)";

    private final String byIndex;
    private final String byScan;

    SearchSource(String byIndex, String byScan) {
        this.byIndex = byIndex;
        this.byScan = byScan;
    }

    /// The query for these words. Its question marks are, in this order: the index's expression if there are phrases,
    /// the ids of each label, and the limit.
    String query(SearchWords words) {
        return (words.phrases().isEmpty() ? byScan : byIndex)
                + LABELLED.repeat(words.labels().size())
                + " ORDER BY score LIMIT ?";
    }

    /// The kinds of text that these words are looked for in; where there are only labels, the projects tell.
    static List<SearchSource> of(SearchWords words) {
        return words.phrases().isEmpty() ? List.of(PROJECT) : List.of(values());
    }
}
