package tidemark.fleet;

import java.util.List;
import java.util.Random;
import java.util.random.RandomGenerator;

/// One step of a schedule.
///
/// @param number its place in the whole schedule
/// @param member who makes it, counted from 0; with fewer members, from the first again
/// @param seed of the chance that is its own
/// @param blows what goes wrong on the line meanwhile
record Step(int number, Kind kind, int member, long seed, List<FaultScript.Blow> blows) {
    /// What is done.
    enum Kind {
        /// The person edits.
        ACT,
        /// The person edits while the disk is full.
        ACT_ON_FULL_DISK,
        /// The person edits while another program holds the library.
        ACT_WHILE_LOCKED,
        /// A round of sync.
        SYNC,
        /// If the remote went back, the person decides what counts.
        DECIDE,
        /// The history on the remote is emptied.
        EMPTY_HISTORY,
        /// A write that is on its way lands.
        LAND,
        /// Minutes pass.
        WAIT,
        /// The member's clock jumps.
        JUMP,
        /// The member's program ends and starts again.
        RESTART,
        /// The member's program is killed.
        KILL,
        /// The member's library is copied away.
        BACK_UP,
        /// The copy takes the library's place.
        RESTORE,
        /// The member's library is copied to another computer.
        CLONE,
        /// Another computer is added, with the member's program and no library.
        ADD,
        /// The member gets a newer program.
        UPDATE,
        /// What lies on the remote is copied away.
        KEEP_REMOTE,
        /// The copy takes the remote's place.
        SET_REMOTE_BACK,
        /// Everything on the remote is deleted.
        EMPTY_REMOTE,
        /// Another library takes the remote's place.
        SWAP_REMOTE,
        /// What only saves time is deleted from the remote.
        DELETE_HINTS,
        /// An older checkpoint takes the newest one's place.
        STALE_CHECKPOINT,
        /// The disk of the remote's folder loses its power.
        LOSE_POWER
    }

    RandomGenerator random() {
        return new Random(seed);
    }

    @Override
    public String toString() {
        return number + " " + kind + " of " + member + (blows.isEmpty() ? "" : " " + blows);
    }
}
