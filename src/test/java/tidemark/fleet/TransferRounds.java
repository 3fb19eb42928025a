package tidemark.fleet;

import java.util.OptionalLong;
import java.util.random.RandomGenerator;

/// Steps in which contents are moved, under injected faults and then without.
final class TransferRounds {
    private static final int MAX_TURNS = 400;

    private final Fleet fleet;

    TransferRounds(Fleet fleet) {
        this.fleet = fleet;
    }

    /// Moves a few contents.
    String run(Member member, FaultScript script, RandomGenerator random) {
        if (!fleet.movesContents(member)) {
            return "has no contents";
        }
        if (fleet.durability().decisions().isDetached(member)) {
            return "has no remote";
        }
        var contents = fleet.contents(member);
        long stopped = contents.stopped().size();
        fleet.memberFaults().inject(member, script);
        try {
            int moved = 0;
            for (int turns = 1 + random.nextInt(12); turns > 0 && turn(contents); turns--) {
                moved++;
            }
            fleet.memberFaults().clear(member);
            member.host().shared().planted().afterTransfer(member, contents);
            return moved + " turns after " + script.suffered();
        } catch (ProcessKilled e) {
            fleet.memberFaults().clear(member);
            member.kill();
            return "killed";
        } finally {
            fleet.memberFaults().clear(member);
            fleet.durability().requireNothingLost(member);
            if (contents.stopped().size() > stopped) {
                fleet.faultCounts().count(Fault.CONTENT_DAMAGED);
            }
        }
    }

    private boolean turn(Contents contents) {
        var isResumed = contents.begun() > 0;
        var isMoved = contents.turn();
        if (isResumed && isMoved) {
            fleet.faultCounts().count(Fault.UPLOAD_RESUMED);
        }
        return isMoved;
    }

    /// Moves everything that can be moved, with nothing in the way; returns how many contents changed their state.
    long settle(Member member) {
        if (!fleet.movesContents(member)) {
            return 0;
        }
        var contents = fleet.contents(member);
        member.network().inject(FaultScript.NONE);
        contents.startAnew();
        contents.limit(OptionalLong.empty());
        contents.retryAll();
        long before = contents.progress();
        for (int turns = 0; contents.turn(); turns++) {
            if (turns == MAX_TURNS) {
                throw new Violation("the transfers of " + member.id() + " do not end");
            }
        }
        member.host().shared().planted().afterTransfer(member, contents);
        return Math.abs(contents.progress() - before);
    }
}
