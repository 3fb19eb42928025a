package tidemark.remote.memory;

import tidemark.remote.RemoteStore;
import tidemark.remote.RemoteStoreContract;

/// The store in memory, which must keep the contract.
final class MemoryStoreTest extends RemoteStoreContract {
    private final MemoryStore memory = new MemoryStore();

    @Override
    protected RemoteStore open() {
        return memory;
    }
}
