package tidemark.files;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import tidemark.problem.Problem;

/// The contents that could not be moved and wait for another attempt, each longer than before, while others go on.
/// Guarded by its owner.
final class Postponed {
    private static final Duration FIRST = Duration.ofSeconds(4);
    private static final Duration LONGEST = Duration.ofMinutes(10);
    private static final int DOUBLINGS = 8;

    private record Entry(Instant until, int times, Problem problem) {}

    private final Map<ContentHash, Entry> entries = new HashMap<>();

    /// Puts a content off.
    void add(ContentHash hash, Problem problem, Instant now) {
        var times = Optional.ofNullable(entries.get(hash)).map(Entry::times).orElse(0);
        var wait = FIRST.multipliedBy(1L << Math.min(times, DOUBLINGS));
        var bounded = wait.compareTo(LONGEST) < 0 ? wait : LONGEST;
        entries.put(hash, new Entry(now.plus(bounded), times + 1, problem));
    }

    /// Forgets a content that was moved.
    void remove(ContentHash hash) {
        entries.remove(hash);
    }

    /// Forgets all but these, which are still to be moved.
    void retain(Collection<ContentHash> still) {
        entries.keySet().retainAll(still);
    }

    /// Lets all be tried again.
    void clear() {
        entries.clear();
    }

    /// Those whose time has not come.
    Set<ContentHash> waiting(Instant now) {
        return entries.entrySet().stream()
                .filter(entry -> now.isBefore(entry.getValue().until()))
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }

    /// When the first of them is due; empty where none waits.
    Optional<Instant> next() {
        return entries.values().stream().map(Entry::until).min(Instant::compareTo);
    }

    /// Why each of them was not moved.
    Map<ContentHash, Problem> problems() {
        var problems = new LinkedHashMap<ContentHash, Problem>();
        entries.forEach((hash, entry) -> problems.put(hash, entry.problem()));
        return problems;
    }
}
