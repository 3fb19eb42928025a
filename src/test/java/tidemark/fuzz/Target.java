package tidemark.fuzz;

import java.io.IOException;
import java.util.List;

/// Something that reads what anyone may have written.
public interface Target extends AutoCloseable {
    /// What became of an input.
    enum Outcome {
        /// It was taken for good, or does no harm.
        TAKEN,
        /// It was refused with a word about what is wrong.
        REFUSED
    }

    /// A word for reports.
    String name();

    /// Of a thousand inputs it gets so many.
    int share();

    /// Real ones, which are then mutated; the first is taken as it is.
    List<byte[]> samples();

    /// Made to harm, eaten as they are.
    default List<byte[]> horrors() {
        return List.of();
    }

    /// Reads this; anything that is thrown is a defect, and so is a change that a refused input leaves behind.
    Outcome eat(byte[] input) throws Exception;

    @Override
    default void close() throws IOException {
        // most hold nothing
    }
}
