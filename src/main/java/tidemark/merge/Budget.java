package tidemark.merge;

/// A limit on the work of a merge.
///
/// It is counted in steps and not by a clock, so that a merge has the same result on every machine.
final class Budget {
    private long left;

    /// A budget of this many steps.
    ///
    /// @param steps each takes a few nanoseconds on a computer of today
    Budget(long steps) {
        left = steps;
    }

    /// Takes steps from the budget.
    ///
    /// @throws Exceeded when not that many are left
    void spend(long steps) {
        left -= steps;
        if (left < 0) {
            throw new Exceeded();
        }
    }

    /// Thrown when a merge would take too long.
    static final class Exceeded extends RuntimeException {
        private static final long serialVersionUID = 1L;

        private Exceeded() {
            super("too much work", null, false, false);
        }
    }
}
