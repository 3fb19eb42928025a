package tidemark.sync;

/// What is done after each round that went well, when it is due: nothing that anybody waits for.
final class Upkeep {
    private final Emptying emptying;
    private final Checkpoints checkpoints;
    private final DeviceHints hints;
    private final ClaimTidying tidying;

    Upkeep(SyncContext context, RemoteLog log, Emptying emptying) {
        this.emptying = emptying;
        this.checkpoints = new Checkpoints(context, log);
        this.hints = new DeviceHints(context);
        this.tidying = new ClaimTidying(context);
    }

    void run(Progress progress) throws UpdateNeeded {
        emptying.goesOn(progress);
        checkpoints.keepUp();
        hints.keepUp();
        tidying.keepUp();
    }
}
