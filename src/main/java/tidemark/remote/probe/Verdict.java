package tidemark.remote.probe;

import java.util.Optional;
import tidemark.problem.Problem;

/// The verdict of a probe: who decides which of two devices came first, the storage or the devices among themselves.
public sealed interface Verdict {
    /// Every race had exactly one winner.
    record Atomic() implements Verdict {}

    /// A taken name is refused, but a race can have several winners, or none.
    ///
    /// @param wrong the number of rounds without exactly one winner
    record ChecksButDoesNotLock(int wrong, int rounds) implements Verdict {}

    /// Creation under a taken name reports success and replaces the object.
    record IgnoresSilently() implements Verdict {}

    /// Conditional creation is refused.
    record Refuses() implements Verdict {}

    /// The storage does not claim to create atomically.
    record ByClaims() implements Verdict {}

    /// The storage neither creates atomically nor lists at once what was written.
    record Unfit() implements Verdict {}

    /// Whether commits may rely on atomic creation.
    default boolean isAtomic() {
        return this instanceof Atomic;
    }

    /// The verdict in one sentence, for people.
    default String words() {
        return switch (this) {
            case Atomic() -> "This storage tells reliably which of two devices came first.";
            case ChecksButDoesNotLock _, IgnoresSilently _, Refuses _, ByClaims _ ->
                "Commits by claims: this server " + shortcoming()
                        + "; so the devices settle among themselves which of them came first.";
            case Unfit() -> "This storage " + shortcoming() + ".";
        };
    }

    /// The shortcoming, as the end of a sentence about the storage.
    default String shortcoming() {
        return switch (this) {
            case Atomic() -> "lacks nothing";
            case ChecksButDoesNotLock(var wrong, var rounds) ->
                "refuses a name that is taken, but in " + wrong + " of " + rounds + " races not exactly one device won";
            case IgnoresSilently() -> "says that it keeps what is there, and replaces it all the same";
            case Refuses() -> "cannot create an object only if its name is free";
            case ByClaims() -> "cannot tell reliably which of two devices came first";
            case Unfit() ->
                "neither tells reliably which of two devices came first,"
                        + " nor shows at once what one of them has written";
        };
    }

    /// The reason why the storage cannot hold a library; empty when it can.
    default Optional<Problem> refusal() {
        return this instanceof Unfit
                ? Optional.of(new Problem(
                        words(),
                        "It was not set up, because changes made at the same time on two devices could be lost there.",
                        "Choose another storage."))
                : Optional.empty();
    }
}
