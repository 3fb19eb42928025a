package tidemark.sync.state;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tidemark.remote.memory.MemoryStore;
import tidemark.sync.Copy;
import tidemark.sync.SteppedClock;
import tidemark.sync.state.LocalKey.Scope;

/// The leaving of a log, and what this copy then still knows.
final class DetachTest {
    @TempDir
    Path folder;

    private static List<String> keys(Copy copy) {
        return copy.database.read(sql -> sql.list("SELECT key FROM local ORDER BY key", row -> row.getString(1)));
    }

    private static boolean isOf(Scope scope, String key) {
        return Arrays.stream(LocalKey.values())
                .filter(known -> known.isFamily() ? key.startsWith(known.key()) : key.equals(known.key()))
                .anyMatch(known -> known.scope() == scope);
    }

    @Test
    void nothingThatBelongsToTheOldLogIsKept() {
        try (var laptop = new Copy(folder, "laptop", new MemoryStore(), new SteppedClock(), new Random(1))) {
            laptop.set("project", "p1", "title", "River");
            laptop.sync();
            laptop.database.change(sql -> new Replica(sql).set(LocalKey.DISTRUST, "desk", "1"));
            assertThat(keys(laptop)).contains("hint.version", "hint.at", "distrust.desk", "commit.laptop", "version");
            Detach.run(laptop.database);
            assertThat(keys(laptop)).isNotEmpty().allMatch(key -> isOf(Scope.COPY, key));
        }
    }

    @Test
    void everyKeyThatIsWrittenIsDeclared() {
        try (var laptop = new Copy(folder, "laptop", new MemoryStore(), new SteppedClock(), new Random(1))) {
            laptop.set("project", "p1", "title", "River");
            laptop.sync();
            assertThat(keys(laptop)).allMatch(key -> isOf(Scope.COPY, key) || isOf(Scope.LOG, key));
        }
    }
}
