package tidemark.fleet;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.regex.Pattern;
import tidemark.library.search.Indexer;
import tidemark.schema.RecordId;
import tidemark.schema.Row;
import tidemark.sync.SyncedStateCheck;
import tidemark.sync.state.UnsendableRows;

/// The oracle of a fleet at rest: all members hold the same as the log, nothing is pending, and nothing is lost.
final class RestOracle {
    private static final Pattern DAY = Pattern.compile("\\d{4}-\\d\\d-\\d\\d");

    private final Fleet fleet;

    RestOracle(Fleet fleet) {
        this.fleet = fleet;
    }

    /// Checks everything.
    ///
    /// @throws Violation when something does not hold
    void check() {
        fleet.durability().recordBackups();
        var log = fleet.durability().read();
        log.requireNoGap();
        for (var member : fleet.members()) {
            check(member, log);
        }
        requireNothingLost(log);
        fleet.durability().requireAllVisible();
        requireTwins(log);
    }

    private static void check(Member member, LogModel log) {
        var unsendable = member.database()
                .read(sql -> UnsendableRows.all(sql, member.program().schema()));
        require(
                member,
                member.pending() == unsendable.size(),
                "still has " + member.pending() + " rows to send, of which no batch can hold " + unsendable);
        require(
                member,
                member.version() == log.version(),
                "stands at " + member.version() + ", not at " + log.version());
        requireNothing(member, member.database().fullCheck());
        requireNothing(member, new SyncedStateCheck(member.database()).findings());
        requireIndexed(member);
        var rows = member.rows();
        unsendable.forEach(row -> rows.remove(row.record()));
        requireSame(member, rows, log.rows());
        requireNothing(member, list(member, """
                SELECT tbl || '/' || record || ' ' || field FROM conflict WHERE resolution IS NULL
                GROUP BY tbl, record, field HAVING count(*) > 1"""));
        requireNothing(member, list(member, """
                WITH RECURSIVE above (id, at) AS (
                  SELECT id, parent FROM collection
                  UNION SELECT above.id, collection.parent FROM above JOIN collection ON collection.id = above.at)
                SELECT id || ' lies in itself' FROM above WHERE id = at"""));
        requireNothing(member, list(member, """
                SELECT 'note ' || id || ' lies nowhere' FROM note WHERE project IS NULL
                UNION ALL SELECT 'file ' || id || ' lies nowhere' FROM file WHERE project IS NULL"""));
        requireNothing(
                member,
                list(member, "SELECT 'outgoing ' || number FROM outgoing UNION SELECT 'applying' FROM applying"));
    }

    /// Checks that the search index, with the rows that wait to be indexed, is that of the rows.
    private static void requireIndexed(Member member) {
        if (!list(member, "SELECT name FROM sqlite_schema WHERE name = 'project_text'")
                .isEmpty()) {
            requireNothing(member, new Indexer(member.database()).findings());
        }
    }

    private static List<String> list(Member member, String query) {
        return member.database().read(sql -> sql.list(query, row -> row.getString(1)));
    }

    private static void requireSame(Member member, SortedMap<RecordId, Row> rows, SortedMap<RecordId, Row> log) {
        if (rows.equals(log)) {
            return;
        }
        var names = new HashSet<>(rows.keySet());
        names.addAll(log.keySet());
        for (var name : names) {
            var here = Optional.ofNullable(rows.get(name));
            var there = Optional.ofNullable(log.get(name));
            if (!here.equals(there)) {
                throw new Violation(member.id() + " holds " + here + " as " + name + ", the log " + there);
            }
        }
    }

    private static void requireNothing(Member member, List<String> findings) {
        require(member, findings.isEmpty(), "has " + findings);
    }

    private static void require(Member member, boolean holds, String otherwise) {
        if (!holds) {
            throw new Violation(member.id() + " " + otherwise);
        }
    }

    private void requireNothingLost(LogModel log) {
        var everywhere = new HashSet<>(log.words());
        fleet.members().forEach(member -> everywhere.addAll(member.words()));
        for (var member : fleet.members()) {
            var missing = member.liveWrites().words();
            missing.removeAll(everywhere);
            missing.removeAll(fleet.durability().replacedWords(member));
            require(member, missing.isEmpty(), "wrote " + missing + ", and it is nowhere");
        }
    }

    private void requireTwins(LogModel log) {
        var day = Optional.ofNullable(log.rows().get(new RecordId("project", AtomicityOracle.ONE)))
                .flatMap(row -> row.text("due"));
        fleet.durability().atomicity().violation(day).ifPresent(wrong -> {
            throw new Violation(wrong);
        });
        var found = new HashSet<String>();
        day.ifPresent(found::add);
        fleet.members().forEach(member -> found.addAll(conflictDays(member)));
        var missing = fleet.durability().atomicity().missing(found);
        if (!missing.isEmpty()) {
            throw new Violation("written over by nobody, and neither standing nor in a conflict: " + missing + "; "
                    + fleet.durability().atomicity());
        }
    }

    /// Every day in a conflict about a twin, or in the merge history of a member.
    private static Set<String> conflictDays(Member member) {
        var days = new HashSet<String>();
        var query = """
                SELECT mine || theirs || coalesce(base, '') FROM conflict WHERE record IN ('twin1', 'twin2')
                UNION ALL SELECT coalesce(mine, '') || coalesce(theirs, '') FROM merged
                  WHERE id IN ('twin1', 'twin2')""";
        for (var text : list(member, query)) {
            var matcher = DAY.matcher(text);
            while (matcher.find()) {
                days.add(matcher.group());
            }
        }
        return days;
    }
}
