package tidemark.merge;

import java.util.List;

/// A piece of a three-way merge of texts: corresponding lines of the three texts, with their line ends.
public sealed interface Hunk {
    /// A choice of the lines of a conflict that go into the result.
    enum Pick {
        /// Mine.
        MINE,
        /// Theirs.
        THEIRS,
        /// Mine and, below them, theirs.
        BOTH
    }

    /// Lines that nobody changed.
    record Same(List<String> lines) implements Hunk {
        @Override
        public List<String> base() {
            return lines;
        }

        @Override
        public List<String> mine() {
            return lines;
        }

        @Override
        public List<String> theirs() {
            return lines;
        }
    }

    /// Lines that only mine changed.
    record Mine(List<String> base, List<String> lines) implements Hunk {
        @Override
        public List<String> mine() {
            return lines;
        }

        @Override
        public List<String> theirs() {
            return base;
        }
    }

    /// Lines that only theirs changed.
    record Theirs(List<String> base, List<String> lines) implements Hunk {
        @Override
        public List<String> mine() {
            return base;
        }

        @Override
        public List<String> theirs() {
            return lines;
        }
    }

    /// Lines that both sides changed in the same way.
    record Both(List<String> base, List<String> lines) implements Hunk {
        @Override
        public List<String> mine() {
            return lines;
        }

        @Override
        public List<String> theirs() {
            return lines;
        }
    }

    /// Lines of which both sides changed different words; `lines` has both changes.
    record WordMerged(List<String> base, List<String> mine, List<String> theirs, List<String> lines) implements Hunk {}

    /// Lines that both sides changed differently: a person has to choose.
    record Conflict(List<String> base, List<String> mine, List<String> theirs) implements Hunk {}

    /// The lines of this hunk in the base.
    List<String> base();

    /// The lines of this hunk in my text.
    List<String> mine();

    /// The lines of this hunk in their text.
    List<String> theirs();

    /// The lines of this hunk in the result.
    ///
    /// @param pick what to take of a conflict
    default String text(Pick pick) {
        return switch (this) {
            case Same same -> String.join("", same.lines());
            case Mine mine -> String.join("", mine.lines());
            case Theirs theirs -> String.join("", theirs.lines());
            case Both both -> String.join("", both.lines());
            case WordMerged merged -> String.join("", merged.lines());
            case Conflict _ -> picked(pick);
        };
    }

    private String picked(Pick pick) {
        return switch (pick) {
            case MINE -> String.join("", mine());
            case THEIRS -> String.join("", theirs());
            case BOTH -> below(String.join("", mine()), String.join("", theirs()));
        };
    }

    private static String below(String upper, String lower) {
        return upper.isEmpty() || upper.endsWith("\n") ? upper + lower : upper + "\n" + lower;
    }
}
