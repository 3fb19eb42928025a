package tidemark.library;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/// The limit of the merge history, which would grow without end.
final class MergeHistoryTest extends LibraryTest {
    private static final String INSERT = """
            INSERT INTO merged (version, tbl, id, field, rule, device_name, at, base, mine, theirs, result)
            VALUES (1, 'note', 'n1', 'body', 'text', 'desk', 0, NULL, ?, NULL, NULL)""";

    private void merges(int many, String text) {
        test.database().change(sql -> {
            for (int i = 0; i < many; i++) {
                sql.update(INSERT, text);
            }
        });
    }

    private long kept() {
        return test.database()
                .read(sql -> sql.number("SELECT count(*) FROM merged").orElse(-1));
    }

    @Test
    void theNewestStay() {
        merges(12, "{}");
        assertThat(library.merges().prune(5, 1000)).isEqualTo(7);
        assertThat(library.merges().find(8)).isPresent();
        assertThat(library.merges().find(7)).isEmpty();
        assertThat(library.merges().prune(5, 1000)).isZero();
    }

    @Test
    void largeOnesAreFewer() {
        merges(12, "x".repeat(100));
        library.merges().prune(10, 350);
        assertThat(kept()).isEqualTo(3);
    }

    @Test
    void whereThereIsNoneNothingHappens() {
        assertThat(library.merges().prune()).isZero();
    }

    @Test
    void anOrdinaryNumberStaysWhole() {
        merges(50, "x");
        assertThat(library.merges().prune()).isZero();
        assertThat(kept()).isEqualTo(50);
    }
}
