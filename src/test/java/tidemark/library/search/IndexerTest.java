package tidemark.library.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;
import tidemark.library.LibraryTest;
import tidemark.library.records.FileDetails;
import tidemark.library.records.NoteText;
import tidemark.library.records.ProjectId;

/// The index beside the rows, whoever changes them.
final class IndexerTest extends LibraryTest {
    @Test
    void aRowThatAnotherToolReplacedIsFoundByItsNewWordsOnly() throws SQLException {
        var made = project("River");
        var note = library.notes().create(made.id(), new NoteText("Where", "the old bridge"));
        var file = library.files().add(made.id(), new FileDetails("map.pdf", "application/pdf", 1, "00"));
        new Indexer(test.database()).run();

        try (var tool = DriverManager.getConnection(
                        "jdbc:sqlite:" + test.database().file());
                var statement = tool.createStatement()) {
            statement.execute("REPLACE INTO project (id, title) VALUES ('%s', 'Lake')"
                    .formatted(made.id().text()));
            statement.execute("REPLACE INTO note (id, project, title, body) VALUES ('%s', '%s', '', 'new bench')"
                    .formatted(note.id().text(), made.id().text()));
            statement.execute("REPLACE INTO file (id, project, name) VALUES ('%s', '%s', 'plan.pdf')"
                    .formatted(file.id().text(), made.id().text()));
        }

        assertThat(projects("river")).isEmpty();
        assertThat(projects("bridge")).isEmpty();
        assertThat(projects("map")).isEmpty();
        assertThat(projects("lake bench plan")).containsExactly(made.id());
        for (var table : List.of("project_text", "note_text", "file_text")) {
            assertThat(test.number("SELECT count(*) FROM " + table)).isOne();
        }
        assertThat(new Indexer(test.database()).findings()).isEmpty();
    }

    @Test
    void theCheckFindsWhatTheIndexHoldsBesidesTheRows() {
        var made = project("River bank");
        new Indexer(test.database()).run();
        for (var text : List.of("river", "river bank more", "bank river", "bank")) {
            test.database().change(sql -> {
                sql.update("DELETE FROM project_text");
                sql.update("INSERT INTO project_text (rowid, title) SELECT n, ? FROM project", text);
            });
            assertThat(new Indexer(test.database()).findings()).as(text).hasSize(1);
        }
        new Indexer(test.database()).rebuild();
        assertThat(new Indexer(test.database()).findings()).isEmpty();
        assertThat(projects("bank")).containsExactly(made.id());
    }

    @Test
    void indexingChangesNothingThatIsSent() {
        project("River");
        var before = test.number("SELECT count(*) FROM pending");

        new Indexer(test.database()).run();

        assertThat(test.number("SELECT count(*) FROM pending")).isEqualTo(before);
    }

    private List<ProjectId> projects(String text) {
        new Indexer(test.database()).run();
        return new Search(test.database())
                .find(text, 10).stream().map(hit -> hit.project().id()).toList();
    }
}
