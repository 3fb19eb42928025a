package tidemark.sync.log;

import java.util.Map;
import tidemark.remote.Body;
import tidemark.remote.Metadata;
import tidemark.remote.RemoteStore;
import tidemark.remote.RemoteStore.Creation;
import tidemark.sync.state.Outgoing;

/// Commits on storage that itself creates an object at most once.
final class CreateCommits implements Commits {
    private final RemoteStore store;

    CreateCommits(RemoteStore store) {
        this.store = store;
    }

    @Override
    public Creation commit(Outgoing.Frozen frozen) {
        var metadata = new Metadata(Map.of(
                "db-version",
                frozen.version().toString(),
                "commit-id",
                frozen.commit().value()));
        return store.create(frozen.version().objectName(), Body.of(frozen.bytes()), metadata);
    }
}
