package tidemark.fleet;

import java.util.EnumMap;
import java.util.Map;

/// A count of injected faults by kind.
final class FaultCounts {
    private final Map<Fault, Long> counts = new EnumMap<>(Fault.class);

    void count(Fault fault) {
        counts.merge(fault, 1L, Long::sum);
    }

    void add(FaultCounts other) {
        other.counts.forEach((fault, count) -> counts.merge(fault, count, Long::sum));
    }

    long of(Fault fault) {
        return counts.getOrDefault(fault, 0L);
    }

    boolean isEmpty() {
        return counts.isEmpty();
    }

    @Override
    public String toString() {
        return counts.toString();
    }
}
