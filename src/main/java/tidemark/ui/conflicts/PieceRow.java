package tidemark.ui.conflicts;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import tidemark.ui.conflicts.Piece.Take;

/// A row of the table of pieces.
sealed interface PieceRow {
    /// The head of a changed piece, with what can be taken for it.
    ///
    /// @param number counted from 1 among the changed pieces
    /// @param of the number of all changed pieces
    record Head(Piece piece, int number, int of) implements PieceRow {}

    /// Lines of a piece, in all versions and the result.
    ///
    /// @param part counted from 0; a piece of many lines has many parts
    record Lines(Piece piece, int part, int parts) implements PieceRow {}

    /// Unchanged lines that are not shown.
    record Folded(List<Piece> pieces) implements PieceRow {
        int lines() {
            return pieces.stream().mapToInt(piece -> piece.hunk().base().size()).sum();
        }

        /// The lines themselves.
        List<PieceRow> unfolded() {
            return pieces.stream()
                    .<PieceRow>map(piece -> new Lines(piece, 0, 1))
                    .toList();
        }
    }

    /// The first piece that the row shows or hides.
    default Piece first() {
        return switch (this) {
            case Head(var piece, var _, var _) -> piece;
            case Lines(var piece, var _, var _) -> piece;
            case Folded(var hidden) -> hidden.getFirst();
        };
    }

    /// The rows of these pieces.
    ///
    /// @param isFolded whether long runs of unchanged lines are folded; never those with words of the person's own
    static List<PieceRow> of(Pieces pieces, boolean isFolded) {
        var rows = new ArrayList<PieceRow>();
        var changed = pieces.changed().size();
        int number = 0;
        var run = new ArrayList<Piece>();
        for (var piece : pieces.all()) {
            if (!piece.isChanged()) {
                run.add(piece);
                continue;
            }
            addRun(rows, run, isFolded);
            rows.add(new Head(piece, ++number, changed));
            var parts = parts(piece);
            for (int part = 0; part < parts; part++) {
                rows.add(new Lines(piece, part, parts));
            }
        }
        addRun(rows, run, isFolded);
        return rows;
    }

    private static void addRun(List<PieceRow> rows, List<Piece> run, boolean isFolded) {
        var isLong = run.size() > 2;
        var hidden = isLong ? List.copyOf(run.subList(1, run.size() - 1)) : List.<Piece>of();
        if (isFolded && isLong && hidden.stream().noneMatch(piece -> piece.taken() == Take.TYPED)) {
            rows.add(new Lines(run.getFirst(), 0, 1));
            rows.add(new Folded(hidden));
            rows.add(new Lines(run.getLast(), 0, 1));
        } else {
            run.forEach(piece -> rows.add(new Lines(piece, 0, 1)));
        }
        run.clear();
    }

    private static int parts(Piece piece) {
        var most = Stream.of(Take.BASE, Take.MINE, Take.THEIRS)
                .mapToInt(version -> piece.lines(version).size())
                .max()
                .orElse(0);
        return ShownLines.parts(most);
    }
}
