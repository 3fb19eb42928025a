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
    /// @param over the write that was replaced knowingly, if any
    private record Writing(int number, Set<String> holders, String day, Optional<Writing> over) {
        @Override
        public String toString() {
            return number + " " + day + " by " + holders
                    + over.map(writing -> " over " + writing.number()).orElse("");
        }
    }

    private final List<Writing> writings = new ArrayList<>();
    private final Set<Writing> doubtful = new HashSet<>();
    private final Map<Writing, Set<String>> lost = new HashMap<>();

    /// Records that a member wrote a day.
    ///
    /// @param before the day it replaced, if any
    void wrote(String member, Optional<String> before, String day) {
        note(Set.of(member), day, before.flatMap(this::first));
    }

    private void note(Set<String> holders, String day, Optional<Writing> over) {
        writings.add(new Writing(writings.size(), holders, day, over));
    }

    /// The first certain write of a day. Which of two writes of one day is meant cannot be told; taking the earlier one
    /// demands less.
    private Optional<Writing> first(String day) {
        return writings.stream()
                .filter(writing -> writing.day().equals(day) && !doubtful.contains(writing))
                .findFirst();
    }

    private void loses(Writing writing, String member) {
        var losers = lost.computeIfAbsent(writing, _ -> new HashSet<>());
        losers.add(member);
        if (losers.containsAll(writing.holders())) {
            doubtful.add(writing);
        }
    }

    /// The writes of this member may be lost with its library, unless they were sent.
    void mayBeLost(String member, Predicate<String> isSent) {
        writings.stream()
                .filter(writing -> writing.holders().contains(member) && !isSent.test(writing.day()))
                .forEach(writing -> loses(writing, member));
    }

    /// Makes all writes so far uncertain, and demands only these from now on.
    ///
    /// @param holders the members that hold each day, by day, in order
    void beginAgain(SortedMap<String, Set<String>> holders) {
        doubtful.addAll(writings);
        holders.forEach((day, members) -> note(members, day, Optional.empty()));
    }

    /// The reason why this may not be the day at the end, if there is one.
    Optional<String> wrong(Optional<String> day) {
        if (day.isEmpty()) {
            return writings.stream().allMatch(doubtful::contains)
                    ? Optional.empty()
                    : Optional.of("the twins have no day, although one was written");
        }
        var asWritten =
                writings.stream().filter(each -> each.day().equals(day.get())).toList();
        if (asWritten.stream().anyMatch(each -> doubtful.contains(each) || !isWrittenOver(each, Set.of()))) {
            return Optional.empty();
        }
        return Optional.of("the twins hold " + day.get() + ", which was written over by "
                + writings.stream()
                        .filter(each -> each.over().isPresent()
                                && asWritten.contains(each.over().get()))
                        .toList());
    }

    /// The days that nobody overwrote and that are not among those found. A day that was written twice may count as
    /// either write; a write that might have been lost and is found was not.
    List<String> missing(Set<String> found) {
        var writtenOver = new HashSet<String>();
        writings.stream()
                .filter(each -> doubtful.contains(each) || isWrittenOver(each, found))
                .map(Writing::day)
                .forEach(writtenOver::add);
        return writings.stream()
                .map(Writing::day)
                .filter(day -> !writtenOver.contains(day) && !found.contains(day))
                .toList();
    }

    private boolean isWrittenOver(Writing writing, Set<String> found) {
        return writings.stream()
                .anyMatch(
                        other -> (!doubtful.contains(other) || found.contains(other.day())) && isOver(other, writing));
    }

    /// Whether `upper` replaced `lower`, directly or by way of writes that may be lost.
    private boolean isOver(Writing upper, Writing lower) {
        var below = upper.over();
        while (below.isPresent() && !below.get().equals(lower) && doubtful.contains(below.get())) {
            below = below.get().over();
        }
        return below.equals(Optional.of(lower));
    }

    @Override
    public String toString() {
        return writings.stream()
                .map(each -> each + (doubtful.contains(each) ? " (may be lost)" : ""))
                .collect(Collectors.joining(", "));
    }
}
