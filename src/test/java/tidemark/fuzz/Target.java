package tidemark.fuzz;

import java.io.IOException;
import java.util.List;

/// A reader of bytes that anyone may have written.
public interface Target extends AutoCloseable {
    /// The outcome of an input.
    enum Outcome {
        /// The input was accepted, or does no harm.
        ACCEPTED,
        /// The input was refused with a reason.
        REFUSED
    }

    /// The name in reports.
    String name();

    /// The share of inputs it gets, in thousandths.
    int share();

    /// Real inputs, which are then mutated; the first is also given as it is.
    List<byte[]> samples();

    /// Inputs made to harm, given as they are.
    default List<byte[]> hostileSamples() {
        return List.of();
    }

    /// Reads an input; anything that is thrown is a defect, and so is a change that a refused input leaves behind.
    Outcome tryInput(byte[] input) throws Exception;

    @Override
    default void close() throws IOException {
        // most hold nothing
    }
}
