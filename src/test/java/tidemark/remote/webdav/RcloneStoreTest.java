package tidemark.remote.webdav;

/// The WebDAV store on rclone.
@ServersWanted
final class RcloneStoreTest extends RealStoreContract {
    RcloneStoreTest() {
        super(RealServer.Kind.RCLONE);
    }
}
