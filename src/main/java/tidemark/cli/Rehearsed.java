package tidemark.cli;

import java.util.Map;
import java.util.TreeMap;
import tidemark.sync.Effects;

/// The report of a rehearsal: what a command would do, by table.
///
/// @param dryRun always true: nothing was changed
/// @param where what would be changed, in words
record Rehearsed(
        boolean dryRun,
        String where,
        Map<String, Long> added,
        Map<String, Long> replaced,
        Map<String, Long> trashed,
        Map<String, Long> removed)
        implements Report {
    static Rehearsed of(String where, Effects effects) {
        return new Rehearsed(
                true,
                where,
                new TreeMap<>(effects.added()),
                new TreeMap<>(effects.replaced()),
                new TreeMap<>(effects.trashed()),
                new TreeMap<>(effects.removed()));
    }

    @Override
    public String text() {
        return """
                %s would change so; nothing was changed now:
                  added     %s
                  replaced  %s
                  to trash  %s
                  removed   %s""".formatted(
                        where,
                        RowCounts.words(added),
                        RowCounts.words(replaced),
                        RowCounts.words(trashed),
                        RowCounts.words(removed));
    }
}
