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
}
