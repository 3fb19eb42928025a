package tidemark.ui.conflicts;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import tidemark.library.Conflict;
import tidemark.merge.Hunk;
import tidemark.merge.TextMerge;
import tidemark.merge.TextPatch;

/// The pieces of a text in conflict, in order; the texts that they have in the result are the result.
///
/// @param conflict the conflict as it was when they were made
record Pieces(Conflict conflict, List<Piece> all) {
    /// The number of lines shown at either end of a long run of unchanged lines.
    static final int CONTEXT = 3;

    /// The pieces of the conflict, with the record's present text as the result. Takes up to 300 ms.
    static Pieces of(Conflict conflict) {
        var all = conflict.hunks().stream().flatMap(hunk -> cut(hunk).stream()).toList();
        var pieces = new Pieces(conflict, all.isEmpty() ? List.of(same(List.of())) : all);
        pieces.write(pieces.stored());
        return pieces;
    }

    /// Unchanged lines are pieces short enough to be drawn, with those at either end on their own.
    private static List<Piece> cut(Hunk hunk) {
        if (!(hunk instanceof Hunk.Same(var whole))) {
            return List.of(new Piece(hunk));
        }
        var lines = whole.stream().flatMap(line -> ShownLines.of(line).stream()).toList();
        if (lines.size() <= 2 * CONTEXT + 1) {
            return List.of(same(lines));
        }
        var end = lines.size() - CONTEXT;
        var pieces = new ArrayList<Piece>();
        pieces.add(same(lines.subList(0, CONTEXT)));
        for (int from = CONTEXT; from < end; from += ShownLines.MAX_LINES) {
            pieces.add(same(lines.subList(from, Math.min(from + ShownLines.MAX_LINES, end))));
        }
        pieces.add(same(lines.subList(end, lines.size())));
        return pieces;
    }

    private static Piece same(List<String> lines) {
        return new Piece(new Hunk.Same(lines));
    }

    private String stored() {
        return conflict.current().flatMap(row -> row.text(conflict.column())).orElseGet(this::text);
    }

    /// The pieces that at least one version changed.
    List<Piece> changed() {
        return all.stream().filter(Piece::isChanged).toList();
    }

    /// The result.
    String text() {
        return all.stream().map(Piece::text).collect(Collectors.joining());
    }

    /// Makes this text the result: each piece gets what stands in its place.
    void write(String whole) {
        var now = text();
        if (now.equals(whole)) {
            return;
        }
        var parts = new Parts(all.stream().map(Piece::text).toList()).of(whole);
        IntStream.range(0, all.size())
                .filter(place -> !all.get(place).text().equals(parts.get(place)))
                .forEach(place -> all.get(place).type(parts.get(place)));
    }

    /// Takes over what the person made of `before`, the pieces of the same conflict before it or its record changed.
    void takeOver(Pieces before) {
        write(TextMerge.merge(before.stored(), before.text(), stored()).text());
    }

    /// The parts of a text, and their successors in another text.
    private static final class Parts {
        private final List<String> parts;
        private final String joined;
        private final List<String> made = new ArrayList<>();
        private final StringBuilder open = new StringBuilder();
        private int end;
        private int at;

        Parts(List<String> parts) {
            this.parts = parts;
            this.joined = String.join("", parts);
            this.end = parts.getFirst().length();
        }

        List<String> of(String whole) {
            int point = 0;
            int place = 0;
            for (var splice : TextPatch.byLines(joined, whole).splices()) {
                place = joined.offsetByCodePoints(place, splice.at() - point);
                point = splice.at();
                go(place, true);
                if (!splice.removed().isEmpty()) {
                    closeAt(place);
                }
                open.append(splice.added());
                go(place + splice.removed().length(), false);
            }
            go(joined.length(), true);
            while (made.size() < parts.size()) {
                close();
            }
            return made;
        }

        /// Goes on to this place, and copies what lies between or leaves it out.
        private void go(int to, boolean copies) {
            while (at < to) {
                closeAt(at);
                int next = Math.min(end, to);
                if (copies) {
                    open.append(joined, at, next);
                }
                at = next;
            }
        }

        /// Closes the parts that end before the character at this place.
        private void closeAt(int place) {
            while (end <= place && made.size() < parts.size() - 1) {
                close();
            }
        }

        private void close() {
            made.add(open.toString());
            open.setLength(0);
            if (made.size() < parts.size()) {
                end += parts.get(made.size()).length();
            }
        }
    }
}
