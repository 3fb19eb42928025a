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

/// Two projects whose day is always written in both, in one transaction, and that nobody removes, decides on or takes
/// back. Whatever is on its way, crashes or is merged: both hold the same day at every version of the log, it is never
/// one that was knowingly written over, and every other day that was not is in a conflict row.
final class AtomicityOracle {
    static final String ONE = "twin1";
    static final String OTHER = "twin2";
    static final List<String> IDS = List.of(ONE, OTHER);

    /// A day that was written, and the one that was written over by it.
    ///
    /// @param number no other has it: the same day may be written over the same one twice
    /// @param holders the members that it stands on, and nowhere else, until it is sent
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

    /// @param current the day that stood there, if any
    void wrote(String member, Optional<String> current, String day) {
        note(Set.of(member), day, current.flatMap(this::first));
    }

    private void note(Set<String> holders, String day, Optional<Writing> over) {
        writings.add(new Writing(writings.size(), holders, day, over));
    }

    /// Of a day that was written twice nobody can tell which one stands where; the earlier one leaves the later in
    /// peace.
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

    /// What this member wrote may be lost with its library, unless it was sent.
    void mayBeLost(String member, Predicate<String> isSent) {
        writings.stream()
                .filter(writing -> writing.holders().contains(member) && !isSent.test(writing.day()))
                .forEach(writing -> loses(writing, member));
    }

    /// Only what stands somewhere counts from now on.
    ///
    /// @param holders by day, in order
    void beginAgain(SortedMap<String, Set<String>> holders) {
        doubtful.addAll(writings);
        holders.forEach((day, members) -> note(members, day, Optional.empty()));
    }

    /// Why this day may not stand at the end, if so.
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

    /// The days that nobody wrote over and that are not among these. A day that was written twice may stand for either
    /// time; what might have been lost and is found was not.
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

    /// Whether it was written over the other, or over what was itself written over that and may be lost.
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
