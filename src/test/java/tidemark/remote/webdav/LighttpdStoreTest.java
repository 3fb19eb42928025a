package tidemark.remote.webdav;

/// The WebDAV store on lighttpd.
@ServersWanted
final class LighttpdStoreTest extends RealStoreContract {
    LighttpdStoreTest() {
        super(RealServer.Kind.LIGHTTPD);
    }
}
