package tidemark.merge;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.random.RandomGenerator;

/// Random texts for the laws of merging: short, with the lines and signs that make merges hard.
///
/// `-Dlaws=1000000` tries that many.
public final class Cases {
    private static final List<String> LINES = List.of(
            "",
            "",
            "one two three",
            "one two",
            "- [ ] a task",
            "# Head",
            "été à la mer",
            "עברית מימין",
            "👩‍👩‍👧 at 🏞️",
            "a",
            "b",
            "a b");
    private static final List<String> WORDS = List.of("x", "river", "é", "é", "🏳️‍🌈", "שלום", "  ", ",", "two");

    private final RandomGenerator random;

    /// Cases from a seed.
    ///
    /// @param seed the same cases for the same seed
    public Cases(long seed) {
        random = new Random(seed);
    }

    /// The number of cases each law is tried on.
    public static int count() {
        return Integer.getInteger("laws", 30_000);
    }

    /// Three texts of which two were made from the first.
    public record Three(String base, String mine, String theirs) {}

    /// The next case.
    public Three next() {
        var ends = random.nextInt(8) == 0 ? "\r\n" : "\n";
        var base = lines();
        return new Three(text(base, ends), text(edited(base), otherEnds(ends)), text(edited(base), otherEnds(ends)));
    }

    private String otherEnds(String ends) {
        return random.nextInt(12) == 0 ? "\r\n" : ends;
    }

    private List<String> lines() {
        var lines = new ArrayList<String>();
        for (int i = random.nextInt(9); i > 0; i--) {
            lines.add(line());
        }
        return lines;
    }

    private String line() {
        return LINES.get(random.nextInt(LINES.size()));
    }

    private List<String> edited(List<String> lines) {
        var edited = new ArrayList<>(lines);
        for (int i = random.nextInt(4); i > 0; i--) {
            int at = random.nextInt(edited.size() + 1);
            switch (random.nextInt(4)) {
                case 0 -> edited.add(at, line());
                case 1 ->
                    edited.subList(at, Math.min(edited.size(), at + 1 + random.nextInt(2)))
                            .clear();
                case 2 -> edited.add(at, "new " + random.nextInt(1000));
                default -> {
                    if (at < edited.size()) {
                        edited.set(at, words(edited.get(at)));
                    }
                }
            }
        }
        return edited;
    }

    private String words(String line) {
        var words = new ArrayList<>(List.of(line.split(" ", -1)));
        int at = random.nextInt(words.size());
        if (random.nextBoolean()) {
            words.set(at, WORDS.get(random.nextInt(WORDS.size())));
        } else {
            words.add(at, WORDS.get(random.nextInt(WORDS.size())));
        }
        return String.join(" ", words);
    }

    private String text(List<String> lines, String ends) {
        var text = String.join(ends, lines);
        return random.nextBoolean() || lines.isEmpty() ? text : text + ends;
    }
}
