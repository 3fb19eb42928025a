package tidemark.remote.webdav;

/// The WebDAV store on Apache.
@ServersWanted
final class ApacheStoreTest extends RealStoreContract {
    ApacheStoreTest() {
        super(RealServer.Kind.APACHE);
    }
}
