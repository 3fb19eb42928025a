package tidemark.bench;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import tidemark.merge.RowMerge;
import tidemark.merge.TextPatch;
import tidemark.schema.LibrarySchema;
import tidemark.schema.Row;
import tidemark.schema.Value;

/// Diffs and merges of texts; the size of the library plays no part.
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(1)
@Warmup(iterations = 2, time = 1)
@Measurement(iterations = 3, time = 1)
public class MergeTimings {
    private static final int LINES = 3_300;
    private static final int HUNKS = 50;

    /// Not used here.
    @Param("1000")
    public int projects;

    private final List<String> lines = IntStream.range(0, LINES)
            .mapToObj(i -> "Line " + i + " of a long note, with some more words in it.\n")
            .toList();
    private final String text = String.join("", lines);
    private final String oneMore = text.substring(0, text.length() / 2) + "x" + text.substring(text.length() / 2);
    private final Row base = note(text);
    private final Row mine = note(edited(0, "mine"));
    private final Row theirs = note(edited(LINES / HUNKS / 2, "theirs"));

    private String edited(int from, String word) {
        return IntStream.range(0, LINES)
                .mapToObj(i -> i % (LINES / HUNKS) == from ? word + " " + lines.get(i) : lines.get(i))
                .collect(Collectors.joining());
    }

    private static Row note(String body) {
        return Row.EMPTY.with("body", Optional.of(Value.of(body)));
    }

    /// The patch that one keystroke in a long note is sent as.
    @Benchmark
    public TextPatch patchOfOneCharacterIn200Kb() {
        return TextPatch.between(text, oneMore);
    }

    /// Two versions of a long note, each with fifty places changed.
    @Benchmark
    public RowMerge.Result mergeOf200KbWith50HunksOnEachSide() {
        return RowMerge.merge(LibrarySchema.NOTE, base, mine, theirs);
    }
}
