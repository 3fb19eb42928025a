package tidemark.remote.webdav;

@ServersWanted
final class RcloneStoreTest extends RealStoreContract {
    RcloneStoreTest() {
        super(RealServer.Kind.RCLONE);
    }
}
