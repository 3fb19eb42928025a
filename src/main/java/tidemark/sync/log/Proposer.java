package tidemark.sync.log;

import java.util.Optional;
import tidemark.sync.format.Hash;

/// The state of one proposer in the vote on a number (rule 12): Disk Paxos (Gafni and Lamport, 2003), with the store as
/// the one disk and every message in an object's name.
///
/// Nothing is overwritten, so a listing shows every claim ever made, and a proposer remembers nothing across a crash:
/// the device goes on as another proposer, and a late write of the dead one counts as that of a slow other device.
///
/// Immutable and without input or output, so that a test walks through every state.
///
/// @param own the value it proposes
/// @param value the value of its present ballot, once that is chosen
/// @param rounds ballots lost so far
record Proposer(Ballot ballot, Hash own, Phase phase, Optional<Hash> value, int rounds) {
    /// The next act of the proposer.
    enum Phase {
        /// Put the claim that begins the ballot.
        PREPARE,
        /// List: has a higher one begun, and what was accepted?
        READ,
        /// Put the claim that accepts the value.
        ACCEPT,
        /// List again: has a higher one begun meanwhile?
        READ_AGAIN,
        /// A higher ballot was seen: wait, then try a still higher one.
        OUTBID,
        /// The value is decided, unless the number holds one already: then that is.
        DECIDED
    }

    /// A proposer of `own` under a new random name, in ballot 1.
    static Proposer of(String who, Hash own) {
        return new Proposer(new Ballot(1, who), own, Phase.PREPARE, Optional.empty(), 0);
    }

    /// The claim to put.
    Claim claim() {
        return new Claim(ballot, value);
    }

    /// The proposer after its claim surely exists.
    Proposer claimed() {
        return switch (phase) {
            case PREPARE -> in(Phase.READ, value);
            case ACCEPT -> in(Phase.READ_AGAIN, value);
            case READ, READ_AGAIN, OUTBID, DECIDED -> throw new IllegalStateException("nothing to say in " + phase);
        };
    }

    /// The proposer after a listing, requested when its claim existed, showed these claims.
    Proposer listed(Claims claims) {
        if (claims.holdsAbove(ballot)) {
            var highest = new Ballot(claims.highest(), ballot.proposer());
            return new Proposer(highest, own, Phase.OUTBID, Optional.empty(), rounds + 1);
        }
        return switch (phase) {
            case READ -> in(Phase.ACCEPT, Optional.of(claims.accepted().orElse(own)));
            case READ_AGAIN -> in(Phase.DECIDED, value);
            case PREPARE, ACCEPT, OUTBID, DECIDED -> throw new IllegalStateException("nothing to see in " + phase);
        };
    }

    /// The proposer in a new ballot, above all that it saw.
    Proposer nextBallot() {
        return new Proposer(
                new Ballot(ballot.number() + 1, ballot.proposer()), own, Phase.PREPARE, Optional.empty(), rounds);
    }

    private Proposer in(Phase next, Optional<Hash> chosen) {
        return new Proposer(ballot, own, next, chosen, rounds);
    }
}
