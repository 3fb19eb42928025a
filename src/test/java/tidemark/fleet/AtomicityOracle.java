package tidemark.fleet;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/// The oracle that transactions stay whole: two *twin* projects whose due day is always written in both, in one
/// transaction, and which nobody removes, resolves a conflict of, or takes back. However batches are delayed, merged or
/// cut off by crashes, both hold the same day at every version of the log, it is never one that was knowingly
/// overwritten, and every other day that was not is in a conflict.
final class AtomicityOracle {
    static final String ONE = "twin1";
    static final String OTHER = "twin2";
    static final List<String> IDS = List.of(ONE, OTHER);

    /// A day that was written, and the write that it replaced.
    ///
    /// @param number unique, because one day may be written over another twice
    /// @param holders the members that alone hold it until it is sent
    /// @param overwritten the write that was replaced knowingly, if any
    private record Write(int number, Set<String> holders, String day, Optional<Write> overwritten) {
        @Override
        public String toString() {
            return number + " " + day + " by " + holders
                    + overwritten.map(write -> " over " + write.number()).orElse("");
        }
    }

    private final List<Write> writes = new ArrayList<>();
    private final Set<Write> uncertain = new HashSet<>();
    private final Map<Write, Set<String>> lost = new HashMap<>();

    /// Records that a member wrote a day.
    ///
    /// @param before the day it replaced, if any
    void wrote(String member, Optional<String> before, String day) {
        add(Set.of(member), day, before.flatMap(this::first));
    }

    private void add(Set<String> holders, String day, Optional<Write> over) {
        writes.add(new Write(writes.size(), holders, day, over));
    }

    /// The first certain write of a day. Which of two writes of one day is meant cannot be told; taking the earlier one
    /// demands less.
    private Optional<Write> first(String day) {
        return writes.stream()
                .filter(write -> write.day().equals(day) && !uncertain.contains(write))
                .findFirst();
    }

    private void loses(Write write, String member) {
        var losers = lost.computeIfAbsent(write, _ -> new HashSet<>());
        losers.add(member);
        if (losers.containsAll(write.holders())) {
            uncertain.add(write);
        }
    }

    /// The writes of this member may be lost with its library, unless they were sent.
    void mayBeLost(String member, Predicate<String> isSent) {
        writes.stream()
                .filter(write -> write.holders().contains(member) && !isSent.test(write.day()))
                .forEach(write -> loses(write, member));
    }

    /// Makes all writes so far uncertain, and demands only these from now on.
    ///
    /// @param holders the members that hold each day, by day, in order
    void reset(SortedMap<String, Set<String>> holders) {
        uncertain.addAll(writes);
        holders.forEach((day, members) -> add(members, day, Optional.empty()));
    }

    /// The reason why this may not be the day at the end, if there is one.
    Optional<String> violation(Optional<String> day) {
        if (day.isEmpty()) {
            return writes.stream().allMatch(uncertain::contains)
                    ? Optional.empty()
                    : Optional.of("the twins have no day, although one was written");
        }
        var asWritten =
                writes.stream().filter(each -> each.day().equals(day.get())).toList();
        if (asWritten.stream().anyMatch(each -> uncertain.contains(each) || !isOverwritten(each, Set.of()))) {
            return Optional.empty();
        }
        return Optional.of("the twins hold " + day.get() + ", which was written over by "
                + writes.stream()
                        .filter(each -> each.overwritten().isPresent()
                                && asWritten.contains(each.overwritten().get()))
                        .toList());
    }

    /// The days that nobody overwrote and that are not among those found. A day that was written twice may count as
    /// either write; a write that might have been lost and is found was not.
    List<String> missing(Set<String> found) {
        var overwritten = new HashSet<String>();
        writes.stream()
                .filter(each -> uncertain.contains(each) || isOverwritten(each, found))
                .map(Write::day)
                .forEach(overwritten::add);
        return writes.stream()
                .map(Write::day)
                .filter(day -> !overwritten.contains(day) && !found.contains(day))
                .toList();
    }

    private boolean isOverwritten(Write write, Set<String> found) {
        return writes.stream()
                .anyMatch(other ->
                        (!uncertain.contains(other) || found.contains(other.day())) && overwrites(other, write));
    }

    /// Whether `upper` replaced `lower`, directly or by way of writes that may be lost.
    private boolean overwrites(Write upper, Write lower) {
        var below = upper.overwritten();
        while (below.isPresent() && !below.get().equals(lower) && uncertain.contains(below.get())) {
            below = below.get().overwritten();
        }
        return below.equals(Optional.of(lower));
    }

    @Override
    public String toString() {
        return writes.stream()
                .map(each -> each + (uncertain.contains(each) ? " (may be lost)" : ""))
                .collect(Collectors.joining(", "));
    }
}
