package tidemark.remote.webdav;

import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import tidemark.remote.RemoteStore;
import tidemark.remote.SharedStoreContract;

/// The contract of every store, on a server that people have.
abstract class RealStoreContract extends SharedStoreContract {
    private final RealServer server;

    RealStoreContract(RealServer.Kind kind) {
        server = new RealServer(kind);
    }

    @Override
    protected RemoteStore open() {
        return server.open("place", "me", new Random());
    }

    @Override
    protected boolean takesParts() {
        return false;
    }

    @Override
    protected boolean keepsMetadata() {
        return false;
    }

    @Override
    protected int rounds() {
        return 10;
    }

    @AfterEach
    void stop() {
        server.close();
    }
}
