package tidemark.merge;

import java.util.List;

/// A piece of a three-way merge of texts: the lines that correspond to each other, with their ends.
public sealed interface Hunk {
    /// Which lines of a conflict go into the result.
    enum Pick {
        /// Mine.
        MINE,
        /// Theirs.
        THEIRS,
        /// Mine and, below them, theirs.
        BOTH
    }

    /// Nobody changed these lines.
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

    /// Only I changed them.
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

    /// Only they changed them.
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

    /// Both changed them in the same way.
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

    /// Both changed different words of them, and `lines` has both changes.
    record Woven(List<String> base, List<String> mine, List<String> theirs, List<String> lines) implements Hunk {}

    /// Both changed them differently: someone has to choose.
    record Conflict(List<String> base, List<String> mine, List<String> theirs) implements Hunk {}

    /// These lines in the text that both were made from.
    List<String> base();

    /// These lines in my text.
    List<String> mine();

    /// These lines in their text.
    List<String> theirs();

    /// These lines in the result.
    ///
    /// @param pick what to take of a conflict
    default String text(Pick pick) {
        return switch (this) {
            case Same same -> String.join("", same.lines());
            case Mine mine -> String.join("", mine.lines());
            case Theirs theirs -> String.join("", theirs.lines());
            case Both both -> String.join("", both.lines());
            case Woven woven -> String.join("", woven.lines());
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
