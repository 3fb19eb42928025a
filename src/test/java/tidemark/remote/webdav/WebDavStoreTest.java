package tidemark.remote.webdav;

import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import tidemark.remote.RemoteStore;
import tidemark.remote.SharedStoreContract;

/// The WebDAV store on a server in memory, which must keep the contract.
final class WebDavStoreTest extends SharedStoreContract {
    private final DavServer server = new DavServer();

    @Override
    protected RemoteStore open() {
        return server.open("me", new Random());
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
        return 20;
    }

    @AfterEach
    void stop() {
        server.close();
    }
}
