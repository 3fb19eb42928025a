package tidemark.remote.webdav;

@ServersWanted
final class ApacheStoreTest extends RealStoreContract {
    ApacheStoreTest() {
        super(RealServer.Kind.APACHE);
    }
}
