package tidemark.ui.base;

import java.util.function.Consumer;

/// The readings of one thing that is read again and again. Their answers may arrive in any order; one that is older
/// than an answer already taken is dropped. All methods are for the window's thread.
public final class Readings {
    private int asked;
    private int taken;

    /// A series without a reading so far.
    public Readings() {}

    /// Begins the next reading, and returns the taker of its answer: `taker`, unless a later reading was answered
    /// first.
    public <T> Consumer<T> next(Consumer<? super T> taker) {
        var number = ++asked;
        return answer -> {
            if (number > taken) {
                taken = number;
                taker.accept(answer);
            }
        };
    }
}
