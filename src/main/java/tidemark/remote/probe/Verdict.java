package tidemark.remote.probe;

import java.util.Optional;
import tidemark.problem.Problem;

/// Who can be trusted to tell which of two devices came first: the storage, or the devices among themselves.
public sealed interface Verdict {
    /// In every race exactly one won.
    record Atomic() implements Verdict {}

    /// A taken name is refused, but of several at once more than one was told that it won.
    ///
    /// @param wrong rounds with another number of winners than one
    record ChecksButDoesNotLock(int wrong, int rounds) implements Verdict {}

    /// It answers that it created the object and replaces the one that was there.
    record IgnoresSilently() implements Verdict {}

    /// It says that it cannot create on a condition.
    record Refuses() implements Verdict {}

    /// It does not claim to tell who came first.
    record ByClaims() implements Verdict {}

    /// Neither does it tell who came first, nor do its listings show at once what was written.
    record Unfit() implements Verdict {}

    /// Whether commits may rely on the storage.
    default boolean isAtomic() {
        return this instanceof Atomic;
    }

    /// In one sentence.
    default String words() {
        return switch (this) {
            case Atomic() -> "This storage tells reliably which of two devices came first.";
            case ChecksButDoesNotLock _, IgnoresSilently _, Refuses _, ByClaims _ ->
                "Commits by claims: this server " + lack()
                        + "; so the devices settle among themselves which of them came first.";
            case Unfit() -> "This storage " + lack() + ".";
        };
    }

    /// What it does not do, as the end of a sentence about it.
    default String lack() {
        return switch (this) {
            case Atomic() -> "lacks nothing";
            case ChecksButDoesNotLock(var wrong, var rounds) ->
                "refuses a name that is taken, but in " + wrong + " of " + rounds + " races not exactly one device won";
            case IgnoresSilently() -> "says that it keeps what is there, and replaces it all the same";
            case Refuses() -> "cannot create an object only if its name is free";
            case ByClaims() -> "cannot tell reliably which of two devices came first";
            case Unfit() ->
                "neither tells reliably which of two devices came first, nor shows at once what one of them has written";
        };
    }

    /// Why no library can live there; empty when one can.
    default Optional<Problem> refusal() {
        return this instanceof Unfit
                ? Optional.of(new Problem(
                        words(),
                        "It was not set up, because changes made at the same time on two devices could be lost there.",
                        "Choose another storage."))
                : Optional.empty();
    }
}
