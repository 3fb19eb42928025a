package tidemark.remote.webdav;

@ServersWanted
final class LighttpdStoreTest extends RealStoreContract {
    LighttpdStoreTest() {
        super(RealServer.Kind.LIGHTTPD);
    }
}
