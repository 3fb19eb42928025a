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
    private final AtomicityOracle atomicity = new AtomicityOracle();
    private final RollbackDecisions decisions = new RollbackDecisions();
    private final Map<Path, Set<String>> backupWords = new HashMap<>();
    private LogModel log;

    DurabilityOracle(Fleet fleet) {
        this.fleet = fleet;
        this.log = newLog(Set.of());
    }

    private LogModel newLog(Set<String> overwritten) {
        return new LogModel(fleet.backing(), decisions, this::mayFollow, overwritten);
    }

    AtomicityOracle atomicity() {
        return atomicity;
    }

    RollbackDecisions decisions() {
        return decisions;
    }

    /// The log as it is on the remote now.
    LogModel read() {
        int forks = log.forks();
        log.read();
        if (log.forks() > forks) {
            acceptFork();
        }
        return log;
    }

    /// Begins anew after a fork: from now on only what the devices and the sent state hold must not be lost. A device
    /// that has yet to read what was overwritten before still holds it.
    private void acceptFork() {
        var there = new HashSet<>(log.words());
        fleet.members().forEach(member -> there.addAll(member.words()));
        there.removeAll(log.overwritten());
        fleet.members().forEach(member -> member.liveWrites().retain(there::contains));
        expectUnsentDays();
    }

    /// Demands of the days of the twins only those that are still pending: a decision tells which of the others
    /// remains.
    void expectUnsentDays() {
        var days = new TreeMap<String, Set<String>>();
        for (var member : fleet.members()) {
            for (var day : member.database().read(sql -> new LibraryReader(sql).unsentDays())) {
                addHolder(days, day, member);
            }
        }
        atomicity.reset(days);
    }

    /// Begins anew after the remote was rolled back: what the devices hold is all there is. What had been overwritten
    /// in the log stays so for those who have yet to read it.
    void acceptRollback() {
        var overwritten = new HashSet<>(log.overwritten());
        overwritten.addAll(log.gone());
        reset(overwritten);
    }

    /// Begins anew with another log: what the devices hold is all there is.
    void reset() {
        reset(Set.of());
    }

    private void reset(Set<String> overwritten) {
        log = newLog(overwritten);
        var days = new TreeMap<String, Set<String>>();
        for (var member : fleet.members()) {
            member.liveWrites().reset(member.rows());
            member.day(AtomicityOracle.ONE).ifPresent(day -> addHolder(days, day, member));
        }
        atomicity.reset(days);
    }

    private static void addHolder(Map<String, Set<String>> days, String day, Member member) {
        days.computeIfAbsent(day, _ -> new HashSet<>()).add(member.id());
    }

    /// Checks after a round that every word of this member was sent or merged, or replaced by a decision that kept it.
    ///
    /// @throws Violation when a word is lost
    void requireNothingLost(Member member) {
        recordBackups();
        var missing = member.liveWrites().words();
        if (!missing.isEmpty()) {
            int forks = log.forks();
            missing.removeAll(read().words());
            if (log.forks() > forks) {
                missing.removeAll(log.overwritten()); // in the log until the fork, which was not read before
            }
        }
        if (!missing.isEmpty()) {
            missing.removeAll(member.words());
        }
        if (!missing.isEmpty()) {
            var replaced = replacedWords(member);
            missing.removeAll(replaced);
            member.liveWrites().retain(word -> !replaced.contains(word));
        }
        if (!missing.isEmpty()) {
            throw new Violation(member.id() + " lost " + missing + " in a round");
        }
    }

    /// Checks at rest that what was written is where a person can see it, unless somebody replaced it who saw it. The
    /// log alone is not enough. Where a state was put in the place of another, that is no longer known.
    ///
    /// @throws Violation when a word is out of sight
    void requireAllVisible() {
        if (mayFollow()
                || fleet.hasMoved()
                || fleet.disasters().hasHappened()
                || fleet.faultCounts().of(Fault.LIBRARY_RESTORED) > 0) {
            return;
        }
        var seen = VisibleWords.of(fleet.member(0)).words();
        fleet.members().forEach(member -> seen.addAll(member.liveWrites().replaced()));
        for (var member : fleet.members()) {
            var missing = member.liveWrites().words();
            missing.removeAll(seen);
            if (!missing.isEmpty()) {
                missing.removeAll(VisibleWords.of(member).words()); // a row that cannot be sent is seen here alone
            }
            if (!missing.isEmpty()) {
                throw new Violation(member.id() + " wrote " + missing + ", which nobody replaced or can see");
            }
        }
    }

    /// The words that were in sync on this member when a decision replaced them, and that its backups hold.
    Set<String> replacedWords(Member member) {
        var words = new HashSet<String>();
        backups(member)
                .forEach(backup -> words.addAll(Optional.ofNullable(backupWords.get(backup.file()))
                        .orElseThrow(() -> new AssertionError("not noticed: " + backup))));
        return words;
    }

    /// Reads the backups that were made since. A member that has made one follows another state than its own.
    void recordBackups() {
        int known = backupWords.size();
        for (var member : fleet.members()) {
            for (var backup : backups(member)) {
                backupWords.computeIfAbsent(backup.file(), DurabilityOracle::wordsInSync);
            }
        }
        if (backupWords.size() > known) {
            expectUnsentDays();
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
        return !decisions.isEmpty()
                || (decisions.mayBeTruncated() && fleet.disasters().hasHappened());
    }

    private static Set<String> wordsInSync(Path backup) {
        return SqliteFile.read(backup, sql -> new LibraryReader(sql).wordsInSync());
    }
}
