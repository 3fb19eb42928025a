package tidemark.merge;

/// How much comparing a merge may still do.
///
/// Counted in steps and not by a clock, so that a merge has the same result on every machine.
final class Budget {
    private long left;

    /// @param steps each a few nanoseconds on a computer of today
    Budget(long steps) {
        left = steps;
    }

    /// @throws Exceeded when there were not that many left
    void spend(long steps) {
        left -= steps;
        if (left < 0) {
            throw new Exceeded();
        }
    }

    /// The merge would take too long.
    static final class Exceeded extends RuntimeException {
        private static final long serialVersionUID = 1L;

        private Exceeded() {
            super("too much work", null, false, false);
        }
    }
}
