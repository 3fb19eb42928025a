package tidemark.app;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import tidemark.files.ContentCheck;
import tidemark.sync.Comparison;
import tidemark.sync.RemoteCheck;
import tidemark.sync.state.Finding;
import tidemark.sync.state.Progress;
import tidemark.sync.state.SyncContext;

/// Checks of the remote that is set, beside the sync and without disturbing it; empty results where none is set.
public final class RemoteInspection {
    private final AppCore core;

    RemoteInspection(AppCore core) {
        this.core = core;
    }

    /// Checks the remote; reads all of it and changes nothing.
    public Optional<List<Finding>> check(Progress progress) {
        return onRemote(context -> with(
                RemoteCheck.run(context, progress), ContentCheck.run(core.transfers(context.store()), told(progress))));
    }

    /// Mends on the remote what this copy still holds, then checks it.
    public Optional<List<Finding>> mend(Progress progress) {
        return onRemote(context -> with(
                RemoteCheck.mend(context, progress),
                ContentCheck.mend(core.transfers(context.store()), told(progress))));
    }

    private static ContentCheck.Listener told(Progress progress) {
        return (done, all) -> progress.advanced(done, all, 0);
    }

    private static List<Finding> with(List<Finding> findings, ContentCheck.Result contents) {
        var all = new ArrayList<>(findings);
        all.add(new Finding("contents of files", contents.findings(), contents.notes()));
        return all;
    }

    /// Compares this device with the others.
    public Optional<List<Comparison>> devices() {
        return onRemote(Comparison::all);
    }

    private <T> Optional<T> onRemote(Function<SyncContext, T> work) {
        return core.remotes().open().map(opened -> {
            try (var store = opened) {
                return work.apply(core.context(store, core.folder().scratch().resolve("check")));
            }
        });
    }
}
