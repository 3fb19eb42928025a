package tidemark.ui.conflicts;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tidemark.app.TestApp;
import tidemark.library.Conflict;
import tidemark.library.records.ProjectDetails;
import tidemark.schema.Row;
import tidemark.schema.Value;

/// The values of fields as text for people, who know no ids.
final class ConflictWordsTest {
    private static final ConflictWords.Device LAPTOP = new ConflictWords.Device("aa", "laptop");

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
            var words = new ConflictWords(Names.in(app.library(), Stream.of(there, gone)), LAPTOP, Clock.systemUTC());
            assertThat(words.value("project", there)).isEqualTo("River");
            assertThat(words.value("project", gone)).isEqualTo("(no longer there)");
            assertThat(words.value("place", row("collection", "no-such-id"))).isEqualTo("(no longer there)");
            assertThat(words.value("position", row("position", "a0V"))).isEqualTo("Moved in the order");
        }
    }

    @Test
    void codesAreWords() {
        var words = new ConflictWords(java.util.Map.of(), LAPTOP, Clock.systemUTC());
        assertThat(words.value("status", row("status", "waiting"))).isEqualTo("Waiting");
        assertThat(words.value("starred", Row.EMPTY)).isEqualTo("Without a star");
    }

    @Test
    void thisDeviceIsKnownByItsIdNotByItsName() {
        var words = new ConflictWords(java.util.Map.of(), LAPTOP, Clock.systemUTC());
        assertThat(words.author(version("aa", "laptop"))).isEqualTo("laptop (this device)");
        assertThat(words.author(version("bb", "laptop"))).isEqualTo("laptop");
        assertThat(words.author(version("aa", "old name"))).isEqualTo("old name (this device)");
        assertThat(words.author(version("", "laptop"))).isEqualTo("laptop (this device)");
    }

    private static Conflict.Version version(String id, String name) {
        return new Conflict.Version(Row.EMPTY, id, name, Optional.empty());
    }
}
