package tidemark.remote.probe;

import tidemark.problem.Problem;

/// Whether a store can be trusted to tell which of two devices came first.
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

    /// It does not claim to tell who came first; the devices settle it among themselves.
    record ByClaims() implements Verdict {}

    /// Whether a library can live there: commits rely on atomic creation, or do without.
    default boolean isFit() {
        return this instanceof Atomic || this instanceof ByClaims;
    }

    /// In one sentence.
    default String words() {
        return switch (this) {
            case Atomic() -> "This storage tells reliably which of two devices came first.";
            case ChecksButDoesNotLock(var wrong, var rounds) ->
                "This storage refuses a name that is taken, but in " + wrong + " of " + rounds
                        + " races not exactly one device won.";
            case IgnoresSilently() -> "This storage says that it keeps what is there, and replaces it all the same.";
            case ByClaims() ->
                "Commits by claims: this server cannot tell reliably which of two devices came first, so they settle it"
                        + " among themselves.";
            case Refuses() -> "This storage cannot create an object only if its name is free.";
        };
    }

    /// Why a library whose commits rely on atomic creation cannot live there.
    default Problem problem() {
        return new Problem(
                words(),
                "The remote was not set up, because changes made at the same time on two devices could be lost there.",
                "Choose a storage with atomic conditional writes, such as Cloudflare R2, AWS S3 or MinIO; on Ceph, turn"
                        + " versioning of the bucket off.");
    }
}
