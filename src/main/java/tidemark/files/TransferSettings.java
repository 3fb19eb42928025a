package tidemark.files;

import java.util.OptionalLong;

/// The settings of this device for the contents of files.
///
/// @param cacheLimit the most bytes of contents to keep here; what is pinned or not sent yet stays beyond it
/// @param up the most bytes a second to send; empty for no bound
/// @param down the most bytes a second to fetch; empty for no bound
/// @param isPaused whether a person stopped all transfers
public record TransferSettings(
        FetchPolicy fetch, OptionalLong cacheLimit, OptionalLong up, OptionalLong down, boolean isPaused) {
    /// The settings at first: no limits.
    public static final TransferSettings STANDARD = new TransferSettings(
            FetchPolicy.STANDARD, OptionalLong.empty(), OptionalLong.empty(), OptionalLong.empty(), false);

    /// These settings with another rule for what is fetched ahead.
    public TransferSettings withFetch(FetchPolicy other) {
        return new TransferSettings(other, cacheLimit, up, down, isPaused);
    }

    /// These settings with another limit of what is kept here.
    public TransferSettings withCacheLimit(OptionalLong other) {
        return new TransferSettings(fetch, other, up, down, isPaused);
    }

    /// These settings with another bound on what is sent a second.
    public TransferSettings withUp(OptionalLong other) {
        return new TransferSettings(fetch, cacheLimit, other, down, isPaused);
    }

    /// These settings with another bound on what is fetched a second.
    public TransferSettings withDown(OptionalLong other) {
        return new TransferSettings(fetch, cacheLimit, up, other, isPaused);
    }

    /// These settings with all transfers stopped.
    public TransferSettings paused() {
        return new TransferSettings(fetch, cacheLimit, up, down, true);
    }

    /// These settings without a stop.
    public TransferSettings resumed() {
        return new TransferSettings(fetch, cacheLimit, up, down, false);
    }
}
