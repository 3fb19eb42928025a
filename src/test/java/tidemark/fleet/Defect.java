package tidemark.fleet;

import java.util.List;
import tidemark.remote.RemoteStore;
import tidemark.sync.format.BatchLimits;

/// A defect planted in all devices of a fleet to test that the oracles find it. The program itself is unchanged: its
/// tables get other triggers, its network tampers with requests, or steps are left out around it.
interface Defect {
    /// No defect.
    Defect NONE = new Defect() {};

    /// Statements run in each library when it is made.
    default List<String> statements() {
        return List.of();
    }

    /// The network that the engine of the member gets.
    default RemoteStore network(RemoteStore network, Member member) {
        return network;
    }

    /// Runs before each round of sync.
    default void beforeRound(Member member) {}

    /// Runs after each round, however it ended, unless the process was killed.
    default void afterRound(Member member) {}

    /// Runs after contents were moved, unless the process was killed.
    default void afterTransfer(Member member, Contents contents) {}

    /// Runs after the program has started again.
    default void afterStart(Member member) {}

    /// Runs after each act of the person.
    default void afterAct(Member member) {}

    /// The limits that the batches of a device keep to.
    default BatchLimits limits() {
        return BulkWorkload.LIMITS;
    }

    /// Whether a window saves all fields as it read them a while ago.
    default boolean savesBlindly() {
        return false;
    }
}
