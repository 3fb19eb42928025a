package tidemark.sync.log;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import tidemark.sync.format.Hash;

/// A state of the model of claims: the store, the writes on their way to it, and two devices. Its steps are all that
/// may happen next.
///
/// @param claims names of claims on the store
/// @param delayed claims on their way from proposers that are dead
/// @param finals values ever sent for the final name, landed or not
/// @param held what the final name holds now
record ClaimModel(Set<Claim> claims, Set<Claim> delayed, Set<Hash> finals, Optional<Hash> held, List<Member> devices) {
    private static final int MOST_BALLOTS = 3;
    private static final int MOST_LIVES = 2;

    /// A device between two crashes.
    ///
    /// @param looked whether it has looked at the final name and found it free
    record Member(int number, int generation, Proposer proposer, boolean looked, boolean done) {
        static Member of(int number, int life) {
            var own = Hash.of(new byte[] {(byte) number});
            return new Member(number, life, Proposer.of(number + "-" + life, own), false, false);
        }

        Member with(Proposer next) {
            return new Member(number, generation, next, false, false);
        }

        Member finding() {
            return new Member(number, generation, proposer, true, false);
        }

        Member finished() {
            return new Member(number, generation, proposer, looked, true);
        }
    }

    static ClaimModel start() {
        return new ClaimModel(
                Set.of(), Set.of(), Set.of(), Optional.empty(), List.of(Member.of(0, 0), Member.of(1, 0)));
    }

    boolean hasTwoDecisions() {
        return finals.size() > 1;
    }

    /// Whether a device that still proposes its own value put the other's under the final name.
    boolean wasFinishedByTheOther() {
        return devices.stream()
                .anyMatch(device -> device.done()
                        && device.looked()
                        && !finals.contains(device.proposer().own()));
    }

    List<ClaimModel> steps(Flaw flaw) {
        var next = new ArrayList<ClaimModel>();
        for (var claim : delayed) {
            next.add(new ClaimModel(with(claims, claim), without(delayed, claim), finals, held, devices));
        }
        for (var value : finals) {
            next.add(new ClaimModel(claims, delayed, finals, Optional.of(value), devices));
        }
        if (held.isPresent()) {
            next.add(new ClaimModel(Set.of(), delayed, finals, held, devices));
        }
        for (var device : devices) {
            if (!device.done()) {
                work(device, flaw, next);
                crash(device, next);
            }
        }
        return next;
    }

    private void work(Member device, Flaw flaw, List<ClaimModel> next) {
        var proposer = device.proposer();
        switch (proposer.phase()) {
            case PREPARE, ACCEPT ->
                next.add(new ClaimModel(
                        with(claims, proposer.claim()), delayed, finals, held, with(device.with(proposer.claimed()))));
            case READ, READ_AGAIN -> next.add(with(device, proposer.listed(listing(proposer.phase(), flaw))));
            case OUTBID -> {
                if (proposer.ballot().number() < MOST_BALLOTS) {
                    next.add(with(device, proposer.nextBallot()));
                }
            }
            case DECIDED -> decided(device, flaw, next);
        }
    }

    private Claims listing(Proposer.Phase phase, Flaw flaw) {
        if (flaw == Flaw.NO_SECOND_LISTING && phase == Proposer.Phase.READ_AGAIN) {
            return new Claims(Set.of());
        }
        if (flaw == Flaw.NO_ADOPTION && phase == Proposer.Phase.READ) {
            return new Claims(claims.stream()
                    .map(claim -> new Claim(claim.ballot(), Optional.empty()))
                    .collect(Collectors.toSet()));
        }
        return new Claims(claims);
    }

    /// The steps of a device whose value is chosen: the look and the write are two requests, and the write may land at
    /// any time or never.
    private void decided(Member device, Flaw flaw, List<ClaimModel> next) {
        if (device.looked() || flaw == Flaw.NO_LOOK) {
            var sent = with(finals, device.proposer().value().orElseThrow());
            next.add(new ClaimModel(
                    claims, delayed, sent, held, with(device.finding().finished())));
        } else {
            var looked = held.isPresent() ? device.finished() : device.finding();
            next.add(new ClaimModel(claims, delayed, finals, held, with(looked)));
        }
    }

    /// The steps of a crash: the current write is lost, or is on its way and lands at any time.
    private void crash(Member device, List<ClaimModel> next) {
        if (device.generation() + 1 == MOST_LIVES) {
            return;
        }
        var again = with(Member.of(device.number(), device.generation() + 1));
        next.add(new ClaimModel(claims, delayed, finals, held, again));
        switch (device.proposer().phase()) {
            case PREPARE, ACCEPT ->
                next.add(new ClaimModel(claims, with(delayed, device.proposer().claim()), finals, held, again));
            case READ, READ_AGAIN, OUTBID, DECIDED -> {}
        }
    }

    private ClaimModel with(Member device, Proposer proposer) {
        return new ClaimModel(claims, delayed, finals, held, with(device.with(proposer)));
    }

    private List<Member> with(Member device) {
        return devices.stream()
                .map(each -> each.number() == device.number() ? device : each)
                .toList();
    }

    private static <T> Set<T> with(Set<T> set, T item) {
        var more = new HashSet<>(set);
        more.add(item);
        return Set.copyOf(more);
    }

    private static <T> Set<T> without(Set<T> set, T item) {
        return set.stream().filter(each -> !each.equals(item)).collect(Collectors.toUnmodifiableSet());
    }
}
