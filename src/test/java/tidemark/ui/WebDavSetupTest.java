package tidemark.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static tidemark.ui.OpenWindow.eventually;
import static tidemark.ui.OpenWindow.fx;
import static tidemark.ui.OpenWindow.look;
import static tidemark.ui.OpenWindow.until;

import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import tidemark.app.remotes.KeyStorage;
import tidemark.app.remotes.WebDavRemote;
import tidemark.remote.Credentials;
import tidemark.remote.SelfSigned;
import tidemark.remote.webdav.DavServer;
import tidemark.remote.webdav.Fingerprint;
import tidemark.remote.webdav.WebDavAddress;
import tidemark.remote.webdav.WebDavPreset;
import tidemark.sync.SyncState;

/// The choice of a folder on a WebDAV server.
final class WebDavSetupTest extends WithWindow {
    private static final Credentials KEYS = Credentials.of(DavServer.USER, DavServer.PASSWORD);

    private static StorageWindow filled(FxRobot robot, WebDavAddress address) {
        var storage = StorageWindow.open(robot);
        storage.choose(WebDavPreset.OTHER);
        storage.type("#dav-host", address.url().toString());
        storage.type("#dav-user", DavServer.USER);
        storage.type("#dav-password", DavServer.PASSWORD);
        storage.keepForThisRun();
        return storage;
    }

    private void use(StorageWindow storage) {
        until(() -> storage.isEnabled("#use-storage"));
        storage.click("#use-storage");
        until(() -> !storage.isThere("#kinds"));
        eventually(() -> open.app.syncing().status().state() instanceof SyncState.UpToDate
                && open.app.remotes().current().orElseThrow() instanceof WebDavRemote);
    }

    @ThemedTest
    void theFolderFollowsFromTheServerAndTheUserName(Theme theme, FxRobot robot) {
        look(theme);
        var storage = StorageWindow.open(robot);
        storage.choose(WebDavPreset.NEXTCLOUD);
        assertThat(storage.label("#dav-folder")).contains("follows");
        storage.type("#dav-host", "cloud.example.org");
        storage.type("#dav-user", "anna b");
        assertThat(storage.label("#dav-folder"))
                .isEqualTo("https://cloud.example.org/remote.php/dav/files/anna%20b/Tidemark");
        assertThat(storage.label("#dav-advice")).contains("Nextcloud", "password for one program");
        storage.picture("34-storage-nextcloud", theme);
        storage.choose(WebDavPreset.SYNOLOGY);
        storage.type("#dav-host", "nas.local");
        assertThat(storage.label("#dav-folder")).isEqualTo("https://nas.local:5006/home/Tidemark");
        storage.click("Cancel");
    }

    @ThemedTest
    void aServerIsTestedRehearsedAndUsed(Theme theme, FxRobot robot) {
        look(theme);
        try (var server = new DavServer()) {
            var storage = filled(robot, server.address());
            storage.click("#test-connection");
            until(() -> storage.isEnabled("#use-storage"));
            storage.picture("35-storage-webdav", theme);
            assertThat(storage.words("#rehearsal"))
                    .anyMatch(words -> words.contains("12 projects and 7 notes will be sent"));
            assertThat(storage.words("#test-list"))
                    .contains("Reads are whole", "Keeps names as they are")
                    .anyMatch(words -> words.startsWith("Commits by claims"));
            use(storage);
            OpenWindow.click(robot, "#sync-indicator");
            until(() -> storage.isThere(".sync-details"));
            Screenshots.take(
                    robot.lookup(".sync-details").query().getScene().getWindow(), "38-details-by-claims", theme);
            assertThat(storage.words(".sync-details"))
                    .contains("Commits", "by claims: this server cannot tell who came first");
            OpenWindow.click(robot, "#sync-indicator");
        }
    }

    @ThemedTest
    void aCertificateIsAcceptedByItsFingerprintOnly(Theme theme, FxRobot robot) throws Exception {
        look(theme);
        try (var server = new DavServer(new SelfSigned(folder))) {
            var storage = filled(robot, server.address());
            storage.click("#test-connection");
            until(() -> storage.isThere("#trust-certificate"));
            storage.picture("36-storage-certificate", theme);
            assertThat(storage.isEnabled("#use-storage")).isFalse();
            assertThat(server.requests()).isEmpty();
            var shown = storage.label(".fingerprint");
            assertThat(shown.replaceAll("[:\\s]", "")).matches("[0-9A-F]{64}");
            storage.click("#trust-certificate");
            until(() -> storage.isThere("#trust-question"));
            Screenshots.take(robot.lookup("#trust-question").query().getScene().getWindow(), "37-storage-trust", theme);
            assertThat(storage.words("#trust-question")).anyMatch(words -> words.contains(shown));
            storage.click("Accept it");
            use(storage);
            var remote = (WebDavRemote) open.app.remotes().current().orElseThrow();
            assertThat(remote.address().certificate().orElseThrow().toString()).isEqualTo(shown.replace("\n", ":"));
        }
    }

    @Test
    void aCertificateThatIsNotAcceptedStaysUnknown(FxRobot robot) throws Exception {
        try (var server = new DavServer(new SelfSigned(folder))) {
            var storage = filled(robot, server.address());
            storage.click("#test-connection");
            until(() -> storage.isThere("#trust-certificate"));
            storage.click("#trust-certificate");
            until(() -> storage.isThere("#trust-question"));
            fx(() -> {
                robot.lookup("#trust-question").lookup("Cancel").queryButton().fire();
                return true;
            });
            until(() -> !storage.isThere("#trust-question"));
            assertThat(storage.isEnabled("#use-storage")).isFalse();
            assertThat(server.requests()).isEmpty();
            storage.click("Cancel");
        }
    }

    @Test
    void aCertificateThatChangedIsToldFromOneThatIsNew(FxRobot robot) throws Exception {
        try (var server = new DavServer(new SelfSigned(folder))) {
            var accepted = server.address().trusting(new Fingerprint("ab".repeat(32)));
            open.app.settings().set("remote.webdav", accepted.url().toString());
            open.app.settings().set("remote.webdav.certificate", "ab".repeat(32));
            var storage = StorageWindow.open(robot);
            storage.choose(WebDavPreset.OTHER);
            assertThat(storage.label("#dav-certificate")).contains("AB:AB");
            storage.type("#dav-user", DavServer.USER);
            storage.type("#dav-password", DavServer.PASSWORD);
            storage.click("#test-connection");
            until(() -> storage.isThere("#trust-certificate"));
            assertThat(storage.words("#test-list")).anyMatch(words -> words.contains("another certificate"));
            storage.click("#forget-certificate");
            until(() -> !storage.isThere("#trust-certificate"));
            storage.click("Cancel");
        }
    }

    @Test
    void aServerWithoutHttpsIsAskedOnlyAfterThePersonAcceptedThatOthersCanRead(FxRobot robot) {
        var storage = filled(robot, WebDavAddress.of("http://127.0.0.1.invalid/dav"));
        assertThat(storage.label("#dav-plain")).contains("password");
        storage.click("#test-connection");
        until(() -> storage.words("#test-list").stream().anyMatch(words -> words.contains("Without https")));
        storage.click("#dav-plain-accepted");
        storage.click("#test-connection");
        until(() -> storage.words("#test-list").stream().anyMatch(words -> words.contains("is not found")));
        storage.type("#dav-host", "http://localhost/dav");
        until(() -> fx(() -> !robot.lookup("#dav-plain").query().getParent().isVisible()));
        storage.click("Cancel");
    }

    @Test
    void aWrongPasswordIsExplainedAndAMissingOneAskedFor(FxRobot robot) {
        try (var server = new DavServer()) {
            var storage = filled(robot, server.address());
            storage.type("#dav-password", "wrong");
            storage.click("#test-connection");
            until(() -> storage.isThere(".test-result.danger"));
            assertThat(storage.words("#test-list")).anyMatch(words -> words.contains("password"));
            storage.type("#dav-password", "");
            storage.click("#test-connection");
            until(() -> storage.words("#test-list").stream().anyMatch(words -> words.contains("is missing")));
            storage.click("Cancel");
        }
    }

    @Test
    void aServerThatIsSetIsEditedWithThePasswordThatIsKnown(FxRobot robot) {
        try (var server = new DavServer()) {
            open.app.syncing().useServer(new WebDavRemote(server.address()), KEYS, KeyStorage.THIS_RUN);
            var storage = StorageWindow.open(robot);
            assertThat(storage.typed("#dav-host"))
                    .isEqualTo(server.address().url().toString());
            storage.click("#test-connection");
            use(storage);
            assertThat(open.app.remotes().current()).contains(new WebDavRemote(server.address()));
        }
    }
}
