package tidemark.library.frontmatter;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import tidemark.library.records.Status;

/// The values of front matter that are understood. Their texts are as they were typed.
///
/// @param labels names in their order, possibly twice
/// @param created when it was created, in ms of precision
/// @param modified when it was last changed, in ms of precision
public record FrontMatter(
        Optional<String> title,
        List<String> labels,
        Optional<Status> status,
        boolean starred,
        Optional<LocalDate> due,
        Optional<Instant> created,
        Optional<Instant> modified) {
    /// A line of front matter behind which nothing is Tidemark's: the lines that follow it, and the text behind the
    /// front matter, are the record's text to the letter, and the values before it are all that it has. An export
    /// writes it where the text would otherwise be read as something else.
    public static final String EXACT = "tidemark: exact";

    /// The front matter that says nothing.
    public static final FrontMatter NONE = new FrontMatter(
            Optional.empty(), List.of(), Optional.empty(), false, Optional.empty(), Optional.empty(), Optional.empty());

    public FrontMatter {
        labels = List.copyOf(labels);
    }

    /// The index of the line [#EXACT]; -1 without one.
    public static int exactLine(FrontMatterBlock block) {
        for (int i = 0; i < block.lines().size(); i++) {
            if (block.lines().get(i).strip().equals(EXACT)) {
                return i;
            }
        }
        return -1;
    }
}
