package tidemark.fleet;

import java.util.List;
import java.util.Random;
import java.util.random.RandomGenerator;

/// One step of a schedule.
///
/// @param number its index in the whole schedule
/// @param member the index of the member who takes it, counted from 0, modulo the number of members
/// @param seed of the step's own randomness
/// @param faults the faults injected into its requests
record Step(int number, Kind kind, int member, long seed, List<FaultScript.InjectedFault> faults) {
    /// Kinds of steps.
    enum Kind {
        /// The person edits.
        ACT,
        /// The person edits while the disk is full.
        ACT_ON_FULL_DISK,
        /// The person edits while another program holds the library.
        ACT_WHILE_LOCKED,
        /// A round of sync.
        SYNC,
        /// If the remote was rolled back, the person decides what counts.
        DECIDE,
        /// The history on the remote is truncated.
        TRUNCATE_HISTORY,
        /// A delayed write arrives.
        DELIVER_WRITE,
        /// Minutes pass.
        WAIT,
        /// The member's clock jumps.
        JUMP_CLOCK,
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
        /// The objects on the remote are copied away.
        COPY_REMOTE,
        /// The copy takes the remote's place.
        ROLL_BACK_REMOTE,
        /// Everything on the remote is deleted.
        EMPTY_REMOTE,
        /// Another library takes the remote's place.
        SWAP_REMOTE,
        /// A batch is deleted from the middle of the log.
        LOSE_BATCH,
        /// The member checks the remote and mends there what it can.
        MEND_REMOTE,
        /// The hints and the checkpoint are deleted from the remote.
        DELETE_HINTS,
        /// An older checkpoint takes the newest one's place.
        STALE_CHECKPOINT,
        /// The disk of the remote's folder loses its power.
        LOSE_POWER,
        /// The remote begins to keep old versions, and to replace what it should keep.
        KEEP_VERSIONS,
        /// Another tool writes into a note that the sync keeps in the member's library.
        SCRIBBLE,
        /// The person adds, replaces, renames or removes a file, or changes what is kept here.
        FILE,
        /// Contents are moved.
        TRANSFER
    }

    /// The randomness of this step, from its beginning.
    RandomGenerator random() {
        return new Random(seed);
    }

    @Override
    public String toString() {
        return number + " " + kind + " of " + member + (faults.isEmpty() ? "" : " " + faults);
    }
}
