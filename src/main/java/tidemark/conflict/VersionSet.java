package tidemark.conflict;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import tidemark.conflict.ConcurrentEdits.Side;
import tidemark.db.Json;
import tidemark.merge.LineSet;
import tidemark.schema.Row;
import tidemark.schema.Value;

/// The versions of a conflict: those of its set, and mine and theirs where the set lacks them.
///
/// Anyone may have written the set: what is no version is counted and stays in it, and what would take too much memory
/// is not read.
final class VersionSet {
    /// The column of the set.
    static final String COLUMN = "all_versions";

    /// The most versions that are read, and the most characters of their texts.
    private static final int MOST = 200;

    private static final long MOST_CHARACTERS = 32 << 20;

    private static final Comparator<KeptVersion> BY_TIME = Comparator.<KeptVersion>comparingLong(
                    version -> version.author().at())
            .thenComparing(version -> version.author().id())
            .thenComparing(version -> version.author().name())
            .thenComparing(version -> Json.of(version.value()));

    private final VersionLine form;
    private final List<KeptVersion> versions = new ArrayList<>();
    private final Map<KeptVersion, String> lines = new HashMap<>();
    private final List<String> unreadable = new ArrayList<>();

    private VersionSet(Row base) {
        this.form = new VersionLine(base);
    }

    /// No versions, of a field with this base.
    static VersionSet empty(Row base) {
        return new VersionSet(base);
    }

    /// The versions of a conflict.
    ///
    /// @param row the row of the conflict
    /// @param sides mine and theirs, as far as they can be read
    static VersionSet of(Row row, Row base, List<Side> sides) {
        var set = new VersionSet(base);
        long characters = 0;
        for (var line : LineSet.of(row.text(COLUMN, "")).lines()) {
            var version = set.versions.size() < MOST && characters < MOST_CHARACTERS
                    ? set.form.read(line)
                    : Optional.<KeptVersion>empty();
            version.ifPresentOrElse(found -> set.add(found, line), () -> set.unreadable.add(line));
            characters += version.map(VersionSet::characters).orElse(0L);
        }
        sides.forEach(set::add);
        return set;
    }

    private static long characters(KeptVersion version) {
        return version.value().values().values().stream()
                .mapToLong(value -> value.toString().length())
                .sum();
    }

    /// A line stays as it is: a newer program may have written more into it.
    private void add(KeptVersion version, String line) {
        versions.add(version);
        lines.put(version, line);
    }

    private void add(Side side) {
        add(new KeptVersion(side, ""));
    }

    /// Adds a version unless its device has it there already, and returns whether it did. Two devices may have written
    /// the same value: each may write on, and then the other's is left.
    boolean add(KeptVersion version) {
        var same = versions.stream()
                .filter(known -> known.value().equals(version.value()))
                .toList();
        var author = version.author();
        if (!same.isEmpty()
                && (author.id().isEmpty()
                        || same.stream().anyMatch(known -> known.author().isSameDevice(author)))) {
            return false;
        }
        versions.removeIf(known -> same.contains(known) && known.author().id().isEmpty());
        return versions.add(version);
    }

    /// Adds the versions of another set, and what nobody can read in it; returns whether there was anything new.
    boolean addAll(VersionSet other) {
        boolean isNew = false;
        for (var version : other.versions) {
            isNew |= add(version);
        }
        for (var line : other.unreadable) {
            isNew |= !unreadable.contains(line) && unreadable.add(line);
        }
        return isNew;
    }

    void removeIf(Predicate<KeptVersion> isNeedless) {
        versions.removeIf(isNeedless);
    }

    boolean has(Row value) {
        return find(version -> version.value().equals(value)).isPresent();
    }

    List<KeptVersion> all(Predicate<KeptVersion> areThey) {
        return versions.stream().filter(areThey).toList();
    }

    Optional<KeptVersion> find(Predicate<KeptVersion> isIt) {
        return versions.stream().filter(isIt).findFirst();
    }

    /// The versions by the time of their edit; each value once.
    List<Side> sides() {
        var sides = new ArrayList<Side>();
        versions.stream().sorted(BY_TIME).map(KeptVersion::side).forEach(side -> {
            if (sides.stream().noneMatch(earlier -> earlier.value().equals(side.value()))) {
                sides.add(side);
            }
        });
        return sides;
    }

    /// The number of lines that are no versions, or too many.
    int unreadable() {
        return unreadable.size();
    }

    /// The value of the column.
    Optional<Value> column() {
        var all = new ArrayList<>(unreadable);
        versions.forEach(
                version -> all.add(Optional.ofNullable(lines.get(version)).orElseGet(() -> form.write(version))));
        return LineSet.of(all).value();
    }
}
