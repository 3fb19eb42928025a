package tidemark.merge;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// A numbering of pieces of text: equal pieces have equal numbers.
final class Tokens {
    private final Map<String, Integer> numbers = new HashMap<>();
    private final List<String> pieces = new ArrayList<>();

    List<Integer> of(List<String> texts) {
        return texts.stream()
                .map(piece -> numbers.computeIfAbsent(piece, this::next))
                .toList();
    }

    private Integer next(String piece) {
        pieces.add(piece);
        return pieces.size() - 1;
    }

    String piece(int number) {
        return pieces.get(number);
    }
}
