package tidemark.fleet;

import java.util.Map;
import java.util.TreeMap;

/// The planted defects by name.
///
/// A checkpoint that claims a later version than it has was one of them: a device now believes a checkpoint only where
/// the log holds the version and the hash that it names, so such a checkpoint is skipped and the log is read.
final class Planted {
    private static final Map<String, Defect> ALL = all();

    private Planted() {}

    /// All of them, by name.
    static Map<String, Defect> everything() {
        return ALL;
    }

    /// The defect of this name; no defect for an empty one.
    ///
    /// @throws IllegalArgumentException when there is none of this name
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

    /// The name of a defect; empty for one that is not among them.
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
        addNear(all);
        addContents(all);
        return all;
    }

    private static void addContents(Map<String, Defect> all) {
        all.put("batch-before-its-content", ContentDefects.BATCH_BEFORE_ITS_CONTENT);
        all.put("evicted-before-sent", ContentDefects.EVICTED_BEFORE_SENT);
        all.put("part-of-another-upload", ContentDefects.PART_OF_ANOTHER_UPLOAD);
        all.put("hash-unchecked", ContentDefects.HASH_UNCHECKED);
    }

    private static void addCapture(Map<String, Defect> all) {
        all.put("naive-insert-trigger", TableDefects.naiveInsert());
        all.put("or-ignore-in-a-trigger", TableDefects.orIgnore());
        all.put("row-numbers-unheeded", TableDefects.rowNumbersUnheeded());
        all.put("removals-uncaptured", TableDefects.removalsUncaptured());
        all.put("memberships-uncaptured", TableDefects.membershipsUncaptured());
        all.put("column-forgotten", TableDefects.columnForgotten());
        all.put("applying-for-ever", TableDefects.applyingForEver());
        all.put("cascade", TableDefects.cascade());
        all.put("set-null", TableDefects.setNull());
        all.put("blind-save", OmissionDefects.BLIND_SAVE);
    }

    private static void addSync(Map<String, Defect> all) {
        all.put("cleared-in-flight", TableDefects.clearedInFlight());
        all.put("cleared-when-frozen", TableDefects.clearedWhenFrozen());
        all.put("typed-back-dropped", OmissionDefects.TYPED_BACK_DROPPED);
        all.put("base-not-advanced", TableDefects.baseNotAdvanced());
        all.put("kept-when-overtaken", TableDefects.keptWhenOvertaken());
        all.put("own-batch-unknown", TableDefects.ownBatchUnknown());
        all.put("number-reused", TableDefects.numberReused());
        all.put("hash-not-advanced", TableDefects.hashNotAdvanced());
        all.put("state-hash-not-advanced", TableDefects.stateHashNotAdvanced());
        all.put("parked-dropped", TableDefects.parkedDropped());
        all.put("parked-once", TableDefects.parkedOnce());
        all.put("conflicts-unkept", TableDefects.conflictsUnkept());
        all.put("half-transactions", OmissionDefects.HALF_TRANSACTIONS);
        all.put("checkpoint-with-pending", OmissionDefects.CHECKPOINT_WITH_PENDING);
        all.put("jumps-unsettled", OmissionDefects.JUMPS_UNSETTLED);
    }

    private static void addCommits(Map<String, Defect> all) {
        all.put("other-bytes-after-a-start", OmissionDefects.FORGETS_AT_START);
        all.put("other-bytes-after-404", OmissionDefects.FORGETS_AT_EACH_ROUND);
        all.put("no-read-back", CommitDefects.noReadBack());
        all.put("create-overwrites", CommitDefects.createOverwrites());
        all.put("next-number-after-silence", CommitDefects.nextNumberAfterSilence());
        all.put("taken-is-mine", CommitDefects.takenIsMine());
        all.put("seen-for-ever", CommitDefects.seenForEver());
        all.put("empty-is-new", CommitDefects.emptyIsNew());
        all.put("hint-believed", CommitDefects.hintBelieved());
        all.put("previous-unchecked", CommitDefects.previousUnchecked());
        all.put("claims-without-adoption", ClaimDefects.noAdoption());
        all.put("claims-without-look", ClaimDefects.noLook());
        all.put("claims-with-own-bytes", ClaimDefects.ownBytes());
        all.put("claims-blind-to-others", ClaimDefects.blindToOthers());
        all.put("look-and-put", ClaimDefects.lookAndPut());
    }

    private static void addNear(Map<String, Defect> all) {
        all.put("acknowledged-but-for-case", NearDefects.acknowledgedButForCase());
        all.put("acknowledged-but-for-blanks", NearDefects.acknowledgedButForBlanks());
        all.put("index-not-followed", NearDefects.indexNotFollowed());
        all.put("transactions-not-linked", NearDefects.transactionsNotLinked());
        all.put("limits-of-readers-unheeded", NearDefects.LIMITS_OF_READERS_UNHEEDED);
        all.put("snapshot-not-read-back", NearDefects.snapshotNotReadBack());
        all.put("replaced-unnoticed", NearDefects.replacedUnnoticed());
        all.put("unreadable-is-new", NearDefects.unreadableIsNew());
    }
}
