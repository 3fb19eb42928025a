package tidemark.merge;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Gives equal pieces of text equal numbers.
final class Tokens {
    private final Map<String, Integer> numbers = new HashMap<>();

    List<Integer> of(List<String> pieces) {
        return pieces.stream()
                .map(piece -> numbers.computeIfAbsent(piece, _ -> numbers.size()))
                .toList();
    }
}
