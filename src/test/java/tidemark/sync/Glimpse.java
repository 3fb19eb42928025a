package tidemark.sync;

/// What a simulated fleet does with the inside of an engine, to plant defects.
public final class Glimpse {
    private Glimpse() {}

    /// Takes the remote's checkpoint at once, whatever is on its way.
    public static void jump(SyncEngine.Parts parts, String library) {
        var _ = new Jump(parts.database(), parts::here, parts.store(), parts.scratch()).to(Layout.CHECKPOINT, library);
    }
}
