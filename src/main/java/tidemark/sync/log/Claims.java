package tidemark.sync.log;

import java.util.Comparator;
import java.util.Optional;
import java.util.Set;
import tidemark.sync.format.Hash;

/// The claims for one number that a listing showed.
record Claims(Set<Claim> all) {
    Claims {
        all = Set.copyOf(all);
    }

    /// Whether one of them is in a higher ballot.
    boolean holdsAbove(Ballot ballot) {
        return all.stream().anyMatch(claim -> claim.ballot().compareTo(ballot) > 0);
    }

    /// The highest ballot's number, 0 when there is none.
    long highest() {
        return all.stream().mapToLong(claim -> claim.ballot().number()).max().orElse(0);
    }

    /// The value accepted in the highest ballot that accepted one.
    Optional<Hash> accepted() {
        return all.stream()
                .filter(claim -> claim.accepted().isPresent())
                .max(Comparator.comparing(Claim::ballot))
                .flatMap(Claim::accepted);
    }
}
