package tidemark.fleet;

import java.util.Map;
import java.util.TreeMap;

/// The defects that are planted, by name.
///
/// A checkpoint that says that it is further than it is was one of them: a device now believes a checkpoint only where
/// the log holds the version and the hash that it names, so that one is passed over and the log is read.
final class Planted {
    private static final Map<String, Defect> ALL = all();

    private Planted() {}

    /// Every one of them.
    static Map<String, Defect> everything() {
        return ALL;
    }

    /// The defect of this name; none for an empty one.
    static Defect named(String name) {
        if (name.isEmpty()) {
            return Defect.NONE;
        }
        var defect = ALL.get(name);
        if (defect == null) {
            throw new IllegalArgumentException("no defect " + name + " among " + ALL.keySet());
        }
        return defect;
    }

    static String nameOf(Defect defect) {
        return ALL.entrySet().stream()
                .filter(each -> each.getValue().equals(defect))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse("");
    }

    private static Map<String, Defect> all() {
        var all = new TreeMap<String, Defect>();
        addCapture(all);
        addSync(all);
        addCommits(all);
        return all;
    }

    private static void addCapture(Map<String, Defect> all) {
        all.put("naive-insert-trigger", BentTables.naiveInsert());
        all.put("or-ignore-in-a-trigger", BentTables.orIgnore());
        all.put("row-numbers-unheeded", BentTables.rowNumbersUnheeded());
        all.put("removals-uncaptured", BentTables.removalsUncaptured());
        all.put("memberships-uncaptured", BentTables.membershipsUncaptured());
        all.put("column-forgotten", BentTables.columnForgotten());
        all.put("applying-for-ever", BentTables.applyingForEver());
        all.put("cascade", BentTables.cascade());
        all.put("set-null", BentTables.setNull());
        all.put("blind-save", Careless.BLIND_SAVE);
    }

    private static void addSync(Map<String, Defect> all) {
        all.put("cleared-in-flight", BentTables.clearedInFlight());
        all.put("cleared-when-frozen", BentTables.clearedWhenFrozen());
        all.put("typed-back-dropped", Careless.TYPED_BACK_DROPPED);
        all.put("base-not-advanced", BentTables.baseNotAdvanced());
        all.put("kept-when-overtaken", BentTables.keptWhenOvertaken());
        all.put("own-batch-unknown", BentTables.ownBatchUnknown());
        all.put("number-reused", BentTables.numberReused());
        all.put("hash-not-advanced", BentTables.hashNotAdvanced());
        all.put("state-hash-not-advanced", BentTables.stateHashNotAdvanced());
        all.put("parked-dropped", BentTables.parkedDropped());
        all.put("parked-once", BentTables.parkedOnce());
        all.put("conflicts-unkept", BentTables.conflictsUnkept());
        all.put("half-transactions", Careless.HALF_TRANSACTIONS);
        all.put("checkpoint-with-pending", Careless.CHECKPOINT_WITH_PENDING);
        all.put("jumps-unsettled", Careless.JUMPS_UNSETTLED);
    }

    private static void addCommits(Map<String, Defect> all) {
        all.put("other-bytes-after-a-start", Careless.FORGETS_AT_START);
        all.put("other-bytes-after-404", Careless.FORGETS_AT_EACH_ROUND);
        all.put("no-read-back", BentCommits.noReadBack());
        all.put("create-overwrites", BentCommits.createOverwrites());
        all.put("next-number-after-silence", BentCommits.nextNumberAfterSilence());
        all.put("taken-is-mine", BentCommits.takenIsMine());
        all.put("seen-for-ever", BentCommits.seenForEver());
        all.put("empty-is-new", BentCommits.emptyIsNew());
        all.put("hint-believed", BentCommits.hintBelieved());
        all.put("previous-unchecked", BentCommits.previousUnchecked());
        all.put("claims-without-adoption", BentClaims.noAdoption());
        all.put("claims-without-look", BentClaims.noLook());
        all.put("claims-with-own-bytes", BentClaims.ownBytes());
        all.put("claims-blind-to-others", BentClaims.blindToOthers());
        all.put("look-and-put", BentClaims.lookAndPut());
    }
}
