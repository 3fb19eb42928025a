package tidemark.ui.conflicts;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tidemark.app.TestApp;
import tidemark.library.records.ProjectDetails;
import tidemark.schema.Row;
import tidemark.schema.Value;

/// The values of fields as text for people, who know no ids.
final class ConflictWordsTest {
    @TempDir
    Path folder;

    private static Row row(String column, String value) {
        return Row.EMPTY.with(column, Optional.of(Value.of(value)));
    }

    @Test
    void aProjectIsShownByItsTitleAndOneThatIsGoneIsSaidToBe() {
        try (var app = TestApp.open(folder.resolve("laptop"))) {
            var river = app.library().projects().create(ProjectDetails.titled("River"));
            var there = row("project", river.id().text());
            var gone = row("project", "no-such-id");
            var words = new ConflictWords(Names.in(app.library(), Stream.of(there, gone)), "laptop", Clock.systemUTC());
            assertThat(words.value("project", there)).isEqualTo("River");
            assertThat(words.value("project", gone)).isEqualTo("(no longer there)");
            assertThat(words.value("place", row("collection", "no-such-id"))).isEqualTo("(no longer there)");
            assertThat(words.value("position", row("position", "a0V"))).isEqualTo("Moved in the order");
        }
    }

    @Test
    void codesAreWords() {
        var words = new ConflictWords(java.util.Map.of(), "laptop", Clock.systemUTC());
        assertThat(words.value("status", row("status", "waiting"))).isEqualTo("Waiting");
        assertThat(words.value("starred", Row.EMPTY)).isEqualTo("Without a star");
    }
}
