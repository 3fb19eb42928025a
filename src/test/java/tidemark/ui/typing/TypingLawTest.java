package tidemark.ui.typing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/// The laws of the typing history, over random splices. Each character is another one, so that it is known by itself
/// where it came from and whether it has to be there.
final class TypingLawTest {
    private static final int RUNS = 1500;
    private static final int EDITS = 14;

    /// A person and another device at one text.
    private static final class Trial {
        private final Random random;
        private final Typist typist;
        private final String start;
        private final Set<Integer> foreign = new HashSet<>();
        private final Set<Integer> gone = new HashSet<>();
        private int next = 0x4E00;

        Trial(long seed) {
            random = new Random(seed);
            start = fresh(random.nextInt(12));
            typist = new Typist(start);
        }

        private String fresh(int length) {
            var text = new StringBuilder();
            for (int i = 0; i < length; i++) {
                text.append((char) next++);
            }
            return text.toString();
        }

        private Splice splice() {
            var length = typist.text().length();
            var at = random.nextInt(length + 1);
            return new Splice(at, random.nextInt(Math.min(5, length - at + 1)), fresh(random.nextInt(4)));
        }

        void types() {
            var splice = splice();
            if (!splice.isNothing()) {
                typist.edit(splice);
            }
        }

        void deletesOne() {
            if (typist.selection().caret() > 0) {
                typist.backspace();
            }
        }

        void arrives() {
            var splice = splice();
            splice.added().chars().forEach(foreign::add);
            typist.text().substring(splice.at(), splice.end()).chars().forEach(gone::add);
            typist.arrives(Splices.of(splice).apply(typist.text()));
        }

        void does(boolean withForeign) {
            switch (random.nextInt(withForeign ? 8 : 6)) {
                case 0, 1 -> types();
                case 2 -> deletesOne();
                case 3 -> typist.type(fresh(2));
                case 4 -> typist.undo();
                case 5 -> typist.redo();
                default -> arrives();
            }
            assertThat(typist.selection().caret()).isBetween(0, typist.text().length());
        }

        /// The characters that nobody but the person may have changed, as nobody typed.
        private List<Integer> startWithForeign() {
            return start.chars().filter(each -> !gone.contains(each)).boxed().toList();
        }

        void holdsTheForeignChangesAlone() {
            var text = typist.text().chars().boxed().toList();
            assertThat(text.stream().filter(each -> !foreign.contains(each)).toList())
                    .isEqualTo(startWithForeign());
            assertThat(text.stream().filter(foreign::contains).collect(Collectors.toSet()))
                    .isEqualTo(foreign.stream()
                            .filter(each -> !gone.contains(each))
                            .collect(Collectors.toSet()));
            assertThat(text).doesNotHaveDuplicates();
        }
    }

    @Test
    void allUndoneIsTheStartAndAllMadeAgainIsTheEnd() {
        for (long seed = 0; seed < RUNS; seed++) {
            var trial = new Trial(seed);
            for (int i = 0; i < EDITS; i++) {
                trial.does(false);
            }
            trial.typist.redoAll();
            var end = trial.typist.text();
            var steps = trial.typist.undoAll();
            assertThat(trial.typist.text()).as("seed %d", seed).isEqualTo(trial.start);
            assertThat(trial.typist.redoAll()).as("seed %d", seed).isEqualTo(steps);
            assertThat(trial.typist.text()).as("seed %d", seed).isEqualTo(end);
        }
    }

    @Test
    void allUndoneIsTheStartWithTheForeignChangesAlone() {
        for (long seed = 0; seed < RUNS; seed++) {
            var trial = new Trial(seed);
            for (int i = 0; i < EDITS; i++) {
                trial.does(true);
            }
            trial.typist.undoAll();
            trial.holdsTheForeignChangesAlone();
        }
    }

    @Test
    void undoAndRedoAreTheIdentityAfterForeignChanges() {
        for (long seed = 0; seed < RUNS; seed++) {
            var trial = new Trial(seed);
            for (int i = 0; i < EDITS; i++) {
                trial.does(true);
            }
            var here = trial.typist.text();
            var steps = trial.typist.undoAll();
            for (int i = 0; i < steps; i++) {
                trial.typist.redo();
            }
            assertThat(trial.typist.text()).as("seed %d", seed).isEqualTo(here);
        }
    }

    @Test
    void theOrderOfTwoChangesOfOneTextMakesNoDifference() {
        for (long seed = 0; seed < RUNS; seed++) {
            var random = new Random(seed);
            var text = "abcdefghijklmnop".substring(random.nextInt(16));
            var mine = change(random, text.length());
            var theirs = change(random, text.length());
            assertThat(Rebasing.over(mine, theirs, true).apply(theirs.apply(text)))
                    .as("%s and %s of %s", mine, theirs, text)
                    .isEqualTo(Rebasing.over(theirs, mine, false).apply(mine.apply(text)));
            assertThat(mine.inverse(text).apply(mine.apply(text))).isEqualTo(text);
        }
    }

    private static Splices change(Random random, int length) {
        var splices = new ArrayList<Splice>();
        for (int at = random.nextInt(4); at <= length; at += 1 + random.nextInt(5)) {
            var removed = random.nextInt(Math.min(4, length - at + 1));
            var splice = new Splice(at, removed, "XYZ".substring(random.nextInt(4)));
            if (!splice.isNothing()) {
                splices.add(splice);
            }
            at += removed;
        }
        return new Splices(splices);
    }
}
