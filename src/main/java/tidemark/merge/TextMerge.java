package tidemark.merge;

import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;
import tidemark.merge.Diff3.Border;
import tidemark.merge.Diff3.Region;
import tidemark.merge.Hunk.Pick;

/// The three-way merge of a text: line by line, as diff3 does, and word by word where both sides changed the same
/// lines.
///
/// The result depends on the three texts alone: the work is bounded by a count of steps, which take less than 200 ms
/// together. Past that bound the whole text is one conflict. Which side is mine matters only in conflicts.
public final class TextMerge {
    private static final long STEPS_FOR_LINES = 12_000_000;
    private static final long STEPS_FOR_WORDS = 6_000_000;

    /// The most lines of the three texts together: splitting more takes longer than comparing them.
    private static final long MOST_LINES = 200_000;

    /// The merged text; where both sides changed the same words it has mine, and is not clean.
    public record Result(String text, boolean isClean) {}

    private final List<String> base;
    private final List<String> mine;
    private final List<String> theirs;
    private final WordMerge wordMerge = new WordMerge(new Budget(STEPS_FOR_WORDS));

    private TextMerge(String base, String mine, String theirs) {
        this.base = LineEnds.lines(base);
        this.mine = LineEnds.lines(mine);
        this.theirs = LineEnds.lines(theirs);
    }

    /// Merges two texts that were both made from `base`.
    public static Result merge(String base, String mine, String theirs) {
        if (mine.equals(theirs) || theirs.equals(base)) {
            return new Result(mine, true);
        }
        if (mine.equals(base)) {
            return new Result(theirs, true);
        }
        if (isTooMuch(base, mine, theirs)) {
            return new Result(mine, false);
        }
        var hunks = hunks(base, mine, theirs);
        return new Result(text(hunks, _ -> Pick.MINE), hunks.stream().noneMatch(Hunk.Conflict.class::isInstance));
    }

    /// The merge as hunks. Joined, they give each of the three texts; where the texts differ in the line ends of all
    /// lines, every hunk has the line ends of the result.
    public static List<Hunk> hunks(String base, String mine, String theirs) {
        if (isTooMuch(base, mine, theirs)) {
            return List.of(new Hunk.Conflict(LineEnds.lines(base), LineEnds.lines(mine), LineEnds.lines(theirs)));
        }
        var ends = LineEnds.merged(LineEnds.of(base), LineEnds.of(mine), LineEnds.of(theirs));
        if (ends == LineEnds.MIXED) {
            return new TextMerge(base, mine, theirs).run(ends);
        }
        return new TextMerge(LineEnds.plain(base), LineEnds.plain(mine), LineEnds.plain(theirs)).run(ends);
    }

    private static boolean isTooMuch(String base, String mine, String theirs) {
        return LineEnds.count(base) + LineEnds.count(mine) + LineEnds.count(theirs) > MOST_LINES;
    }

    /// The result of a merge.
    ///
    /// @param picks the choice for each conflict, counted from 0
    public static String text(List<Hunk> hunks, IntFunction<Pick> picks) {
        var text = new StringBuilder();
        int conflicts = 0;
        for (var hunk : hunks) {
            text.append(hunk.text(hunk instanceof Hunk.Conflict ? picks.apply(conflicts++) : Pick.MINE));
        }
        return text.toString();
    }

    private List<Hunk> run(LineEnds ends) {
        return regions()
                .map(found -> found.stream().map(region -> hunk(region, ends)).toList())
                .orElseGet(
                        () -> List.of(new Hunk.Conflict(ends.applyTo(base), ends.applyTo(mine), ends.applyTo(theirs))));
    }

    private Optional<List<Region>> regions() {
        var tokens = new Tokens();
        var texts = List.of(tokens.of(base), tokens.of(mine), tokens.of(theirs));
        try {
            return Optional.of(Diff3.regions(texts, lines(tokens), new Budget(STEPS_FOR_LINES)));
        } catch (Budget.Exceeded _) {
            return Optional.empty();
        }
    }

    /// The border between lines: neighbouring lines are separate changes, except after a last line without an end.
    private static Border lines(Tokens tokens) {
        return put -> put.isEmpty() || tokens.piece(put.getLast()).endsWith("\n");
    }

    private Hunk hunk(Region region, LineEnds ends) {
        var was = region.base().of(base);
        var here = region.mine().of(mine);
        var there = region.theirs().of(theirs);
        return switch (region.kind()) {
            case SAME -> new Hunk.Same(ends.applyTo(was));
            case MINE -> new Hunk.Mine(ends.applyTo(was), ends.applyTo(here));
            case THEIRS -> new Hunk.Theirs(ends.applyTo(was), ends.applyTo(there));
            case BOTH -> new Hunk.Both(ends.applyTo(was), ends.applyTo(here));
            case CONFLICT ->
                wordMerge
                        .of(was, here, there)
                        .map(merged -> (Hunk) new Hunk.WordMerged(
                                ends.applyTo(was),
                                ends.applyTo(here),
                                ends.applyTo(there),
                                ends.applyTo(LineEnds.lines(merged))))
                        .orElseGet(() -> new Hunk.Conflict(ends.applyTo(was), ends.applyTo(here), ends.applyTo(there)));
        };
    }
}
