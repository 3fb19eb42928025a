package tidemark.ui.editor;

import java.util.ArrayList;
import java.util.List;

/// All orders in which a story can go, one after the other: where several things may come next, each is tried.
final class Orders {
    /// Which of the things that may come next was taken, and of how many.
    private record Turn(int taken, int of) {}

    private final List<Turn> turns = new ArrayList<>();
    private int place;

    /// One of these, by the order that is being told.
    <T> T next(List<T> open) {
        if (place == turns.size()) {
            turns.add(new Turn(0, open.size()));
        }
        return open.get(turns.get(place++).taken());
    }

    /// Begins with the next order; false after the last one.
    boolean another() {
        place = 0;
        while (!turns.isEmpty()) {
            var last = turns.removeLast();
            if (last.taken() + 1 < last.of()) {
                turns.add(new Turn(last.taken() + 1, last.of()));
                return true;
            }
        }
        return false;
    }

    @Override
    public String toString() {
        return turns.stream()
                .map(turn -> turn.taken() + "/" + turn.of())
                .toList()
                .toString();
    }
}
