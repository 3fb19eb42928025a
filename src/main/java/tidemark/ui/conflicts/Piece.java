package tidemark.ui.conflicts;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import tidemark.merge.Hunk;
import tidemark.merge.Hunk.Pick;

/// A piece of a text in conflict, and the text that it has in the result: lines that no version changed, or lines that
/// at least one of them did.
final class Piece {
    /// The texts that the result can have for a piece.
    enum Take {
        /// All changes in one, where they do not exclude each other.
        MERGED,
        MINE,
        THEIRS,
        /// Mine, and theirs below it.
        BOTH,
        /// The text before all changes: they are refused.
        BASE,
        /// A text of the person's own.
        TYPED
    }

    private final Hunk hunk;
    private String text;
    private Take taken;
    private Optional<String> typed = Optional.empty();
    private final Map<Take, List<String>> shownLines = new EnumMap<>(Take.class);
    private Optional<List<String>> shownResult = Optional.empty();

    Piece(Hunk hunk) {
        this.hunk = hunk;
        this.text = hunk.text(Pick.MINE);
        this.taken = takes().stream().findFirst().orElse(Take.BASE);
    }

    Hunk hunk() {
        return hunk;
    }

    /// The text in the result.
    String text() {
        return text;
    }

    /// The lines of a version as they are drawn.
    List<String> lines(Take version) {
        return shownLines.computeIfAbsent(version, wanted -> ShownLines.of(text(wanted)));
    }

    /// The lines in the result as they are drawn.
    List<String> lines() {
        var lines = shownResult.orElseGet(() -> ShownLines.of(text));
        shownResult = Optional.of(lines);
        return lines;
    }

    private void put(String now) {
        text = now;
        shownResult = Optional.empty();
    }

    /// Whether at least one version changed these lines.
    boolean isChanged() {
        return !(hunk instanceof Hunk.Same);
    }

    /// Whether the versions exclude each other here, so that a person has to choose.
    boolean isDisputed() {
        return hunk instanceof Hunk.Conflict;
    }

    /// The texts that can be taken; none for lines that nobody changed.
    List<Take> takes() {
        var takes = new ArrayList<>(
                switch (hunk) {
                    case Hunk.Same _ -> List.<Take>of();
                    case Hunk.Mine _ -> List.of(Take.MINE, Take.BASE);
                    case Hunk.Theirs _ -> List.of(Take.THEIRS, Take.BASE);
                    case Hunk.Both _ -> List.of(Take.MERGED, Take.BASE);
                    case Hunk.WordMerged _ -> List.of(Take.MERGED, Take.MINE, Take.THEIRS, Take.BASE);
                    case Hunk.Conflict _ -> List.of(Take.MINE, Take.THEIRS, Take.BOTH, Take.BASE);
                });
        typed.filter(_ -> isChanged()).ifPresent(_ -> takes.add(Take.TYPED));
        return takes;
    }

    /// The text that the result has.
    Take taken() {
        if (text(taken).equals(text)) {
            return taken;
        }
        return Stream.concat(takes().stream(), Stream.of(Take.BASE))
                .filter(take -> text(take).equals(text))
                .findFirst()
                .orElse(Take.TYPED);
    }

    /// Takes this text. One that the person typed before can be taken again.
    void take(Take take) {
        put(text(take));
        taken = take;
    }

    /// Puts a text of the person's own into the result.
    void type(String own) {
        put(own);
        if (taken() == Take.TYPED) {
            typed = Optional.of(own);
            taken = Take.TYPED;
        }
    }

    private String text(Take take) {
        return switch (take) {
            case MERGED -> hunk.text(Pick.MINE);
            case MINE -> String.join("", hunk.mine());
            case THEIRS -> String.join("", hunk.theirs());
            case BOTH -> hunk.text(Pick.BOTH);
            case BASE -> String.join("", hunk.base());
            case TYPED -> typed.orElse("");
        };
    }
}
