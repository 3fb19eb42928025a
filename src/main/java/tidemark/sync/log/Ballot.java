package tidemark.sync.log;

import java.util.Comparator;

/// One attempt of one proposer to have a value chosen for a number. All ballots for a number are in one order.
///
/// @param proposer the proposer, a random name that is never used again, so that two proposers never share a ballot:
///     not even one device before and after a crash, or two copies of one library
record Ballot(long number, String proposer) implements Comparable<Ballot> {
    private static final Comparator<Ballot> ORDER =
            Comparator.comparingLong(Ballot::number).thenComparing(Ballot::proposer);

    @Override
    public int compareTo(Ballot other) {
        return ORDER.compare(this, other);
    }
}
