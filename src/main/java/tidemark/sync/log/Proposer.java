package tidemark.sync.log;

import java.util.Optional;
import tidemark.sync.format.Hash;

/// What one attempt to have a number decided does next (rule 12): Disk Paxos (Gafni and Lamport, 2003), with the
/// store as the one disk and everything that is said in object names.
///
/// Nothing is overwritten, so a listing shows all that was ever said, and a proposer needs to remember nothing beyond
/// its life: after a crash the device goes on as another one, and what the dead one had on its way lands as a slow
/// stranger's.
///
/// Immutable and without any input or output of its own, so that a test walks through every state.
///
/// @param own the value it proposes
/// @param value the value of its present ballot, once that is chosen
/// @param rounds ballots lost so far
record Proposer(Ballot ballot, Hash own, Phase phase, Optional<Hash> value, int rounds) {
    /// What is to be done next.
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

    static Proposer of(String who, Hash own) {
        return new Proposer(new Ballot(1, who), own, Phase.PREPARE, Optional.empty(), 0);
    }

    /// The claim to put.
    Claim claim() {
        return new Claim(ballot, value);
    }

    /// The claim surely exists now.
    Proposer said() {
        return switch (phase) {
            case PREPARE -> in(Phase.READ, value);
            case ACCEPT -> in(Phase.READ_AGAIN, value);
            case READ, READ_AGAIN, OUTBID, DECIDED -> throw new IllegalStateException("nothing to say in " + phase);
        };
    }

    /// A listing that was asked for after the claim existed shows these.
    Proposer saw(Claims claims) {
        if (claims.holdsAbove(ballot)) {
            var highest = new Ballot(claims.highest(), ballot.who());
            return new Proposer(highest, own, Phase.OUTBID, Optional.empty(), rounds + 1);
        }
        return switch (phase) {
            case READ -> in(Phase.ACCEPT, Optional.of(claims.accepted().orElse(own)));
            case READ_AGAIN -> in(Phase.DECIDED, value);
            case PREPARE, ACCEPT, OUTBID, DECIDED -> throw new IllegalStateException("nothing to see in " + phase);
        };
    }

    /// The same proposer in a ballot above all that it saw.
    Proposer again() {
        return new Proposer(
                new Ballot(ballot.number() + 1, ballot.who()), own, Phase.PREPARE, Optional.empty(), rounds);
    }

    private Proposer in(Phase next, Optional<Hash> chosen) {
        return new Proposer(ballot, own, next, chosen, rounds);
    }
}
