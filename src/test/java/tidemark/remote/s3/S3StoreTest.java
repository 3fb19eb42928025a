package tidemark.remote.s3;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import tidemark.remote.RemoteStore;
import tidemark.remote.RemoteStoreContract;

/// The S3 store on a real server, which must keep the contract.
final class S3StoreTest extends RemoteStoreContract {
    private static S3Server server;
    private final String user = "user" + System.identityHashCode(this);

    @BeforeAll
    static void start() throws Exception {
        server = S3Server.atomic();
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Override
    protected RemoteStore open() {
        return S3Store.open(server.address(), user, S3Server.KEYS, java.time.Clock.systemUTC());
    }

    @Override
    protected int rounds() {
        return 10;
    }
}
