package tidemark.fleet;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import tidemark.db.Backup;
import tidemark.db.Backups;
import tidemark.db.SqliteFile;

/// The oracle that nothing a fleet committed is lost. A decision about a rolled-back remote may drop from a device what
/// was in sync there, if the device has a backup of it, and never what was pending.
final class DurabilityOracle {
    private final Fleet fleet;
    private final AtomicityOracle twins = new AtomicityOracle();
    private final RollbackDecisions decided = new RollbackDecisions();
    private final Map<Path, Set<String>> kept = new HashMap<>();
    private LogModel ledger;

    DurabilityOracle(Fleet fleet) {
        this.fleet = fleet;
        this.ledger = newLedger(Set.of());
    }

    private LogModel newLedger(Set<String> overwritten) {
        return new LogModel(fleet.shore(), decided, this::mayFollow, overwritten);
    }

    AtomicityOracle twins() {
        return twins;
    }

    RollbackDecisions decided() {
        return decided;
    }

    /// The log as it is on the remote now.
    LogModel read() {
        int forks = ledger.forks();
        ledger.read();
        if (ledger.forks() > forks) {
            countWhatIsThere();
        }
        return ledger;
    }

    /// Begins anew after a fork: from now on only what the devices and the sent state hold must not be lost. A device
    /// that has yet to read what was overwritten before still holds it.
    private void countWhatIsThere() {
        var there = new HashSet<>(ledger.words());
        fleet.members().forEach(member -> there.addAll(member.words()));
        there.removeAll(ledger.overwritten());
        fleet.members().forEach(member -> member.standing().keepOnly(there::contains));
        countUnsentDays();
    }

    /// Demands of the days of the twins only those that are still pending: a decision tells which of the others
    /// remains.
    void countUnsentDays() {
        var days = new TreeMap<String, Set<String>>();
        for (var member : fleet.members()) {
            for (var day : member.database().read(sql -> new LibraryReader(sql).unsentDays())) {
                addHolder(days, day, member);
            }
        }
        twins.beginAgain(days);
    }

    /// Begins anew after the remote was rolled back: what the devices hold is all there is. What had been overwritten
    /// in the log stays so for those who have yet to read it.
    void goBack() {
        var overwritten = new HashSet<>(ledger.overwritten());
        overwritten.addAll(ledger.gone());
        beginAgain(overwritten);
    }

    /// Begins anew with another log: what the devices hold is all there is.
    void beginAgain() {
        beginAgain(Set.of());
    }

    private void beginAgain(Set<String> overwritten) {
        ledger = newLedger(overwritten);
        var days = new TreeMap<String, Set<String>>();
        for (var member : fleet.members()) {
            member.standing().beginAgain(member.rows());
            member.day(AtomicityOracle.ONE).ifPresent(day -> addHolder(days, day, member));
        }
        twins.beginAgain(days);
    }

    private static void addHolder(Map<String, Set<String>> days, String day, Member member) {
        days.computeIfAbsent(day, _ -> new HashSet<>()).add(member.id());
    }

    /// Checks after a round that every word of this member was sent or merged, or replaced by a decision that kept it.
    ///
    /// @throws Violation when a word is lost
    void requireNothingLost(Member member) {
        noticeBackups();
        var missing = member.standing().words();
        if (!missing.isEmpty()) {
            missing.removeAll(read().words());
        }
        if (!missing.isEmpty()) {
            missing.removeAll(member.words());
        }
        if (!missing.isEmpty()) {
            var replaced = replaced(member);
            missing.removeAll(replaced);
            member.standing().keepOnly(word -> !replaced.contains(word));
        }
        if (!missing.isEmpty()) {
            throw new Violation(member.id() + " lost " + missing + " in a round");
        }
    }

    /// The words that were in sync on this member when a decision replaced them, and that its backups hold.
    Set<String> replaced(Member member) {
        var words = new HashSet<String>();
        backups(member)
                .forEach(backup -> words.addAll(Optional.ofNullable(kept.get(backup.file()))
                        .orElseThrow(() -> new AssertionError("not noticed: " + backup))));
        return words;
    }

    /// Reads the backups that were made since. A member that has made one follows another state than its own.
    void noticeBackups() {
        int known = kept.size();
        for (var member : fleet.members()) {
            for (var backup : backups(member)) {
                kept.computeIfAbsent(backup.file(), DurabilityOracle::wordsInSync);
            }
        }
        if (kept.size() > known) {
            countUnsentDays();
        }
    }

    private List<Backup> backups(Member member) {
        return !mayFollow()
                ? List.of()
                : Backups.all(Backups.folder(member.database().file())).stream()
                        .filter(backup -> backup.reason().orElse("").startsWith("before-"))
                        .toList();
    }

    /// Whether a device may rightly follow another state than its own. When the remote is rolled back and its history
    /// truncated then, nothing on it tells that nobody decided that it should count.
    private boolean mayFollow() {
        return !decided.isNothing()
                || (decided.mayBeEmptied() && fleet.disasters().isNoticed());
    }

    private static Set<String> wordsInSync(Path backup) {
        return SqliteFile.read(backup, sql -> new LibraryReader(sql).wordsInSync());
    }
}
