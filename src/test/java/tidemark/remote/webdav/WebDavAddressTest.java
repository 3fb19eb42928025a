package tidemark.remote.webdav;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tidemark.remote.RemoteException.Denied;

/// Addresses of WebDAV servers as people write them.
final class WebDavAddressTest {
    @ParameterizedTest
    @CsvSource({
        "https://example.org/dav/, https://example.org/dav",
        "example.org, https://example.org",
        "davs://example.org/My files, https://example.org/My%20files",
        "http://127.0.0.1:8080/a%20b/ü, http://127.0.0.1:8080/a%20b/%C3%BC",
        "https://example.org/a/../b, https://example.org/b"
    })
    void anAddressIsReadAsPeopleWriteIt(String text, String url) {
        assertThat(WebDavAddress.of(text).url()).hasToString(url);
    }

    /// The forms that the providers' own help pages show, at the root of a server and deep, with and without a slash.
    @ParameterizedTest
    @CsvSource({
        "https://cloud.example.org/remote.php/dav/files/anna/, https://cloud.example.org/remote.php/dav/files/anna",
        "https://example.org/nextcloud/remote.php/webdav/Notes, https://example.org/nextcloud/remote.php/webdav/Notes",
        "https://own.example.org/remote.php/webdav/, https://own.example.org/remote.php/webdav",
        "https://ocis.example.org/dav/spaces/1284d238$4c510ada!x/, https://ocis.example.org/dav/spaces/1284d238$4c510ada!x",
        "https://nas.example.org:5006/home/Tidemark/, https://nas.example.org:5006/home/Tidemark",
        "http://nas.local:5005/, http://nas.local:5005",
        "https://u123456.your-storagebox.de/, https://u123456.your-storagebox.de",
        "https://u123456-sub1.your-storagebox.de, https://u123456-sub1.your-storagebox.de",
        "https://webdav.pcloud.com/, https://webdav.pcloud.com",
        "https://ewebdav.pcloud.com, https://ewebdav.pcloud.com",
        "https://webdav.yandex.com:443/, https://webdav.yandex.com:443",
        "https://dav.box.com/dav/, https://dav.box.com/dav",
        "https://app.koofr.net/dav/Koofr, https://app.koofr.net/dav/Koofr",
        "https://myfiles.fastmail.com/, https://myfiles.fastmail.com",
        "https://webdav.fastmail.com/anna.example.org/files/, https://webdav.fastmail.com/anna.example.org/files",
        "https://dav.mailbox.org/servlet/webdav.infostore/Userstore/Anna Smith/,"
                + " https://dav.mailbox.org/servlet/webdav.infostore/Userstore/Anna%20Smith",
        "http://apache.local/webdav//a/b/, http://apache.local/webdav/a/b",
        "http://nginx.local:8080//, http://nginx.local:8080",
        "http://[::1]:8080/, http://[::1]:8080",
        "https://[2001:db8::7]/dav/a+b/, https://[2001:db8::7]/dav/a+b",
        "https://example.org/50%/5%25/[x], https://example.org/50%25/5%25/%5Bx%5D",
        "https://müller.example/Größe/, https://xn--mller-kva.example/Gr%C3%B6%C3%9Fe",
        "HTTPS://Example.org/, HTTPS://Example.org"
    })
    void theAddressesThatProvidersGiveAreTakenAndLibrariesLieBelow(String text, String url) {
        var address = WebDavAddress.of(text);
        assertThat(address.url()).hasToString(url);
        assertThat(address.url().getHost()).isNotNull();
        assertThat(address.url().resolve(address.path("me"))).hasToString(url + "/me");
    }

    @ParameterizedTest
    @CsvSource({
        "https://example.org/a/b, https://example.org/a",
        "https://example.org/a, https://example.org/",
        "https://example.org/, https://example.org/"
    })
    void aboveTheTopmostFolderIsTheRootOfTheServer(URI url, URI above) {
        assertThat(Folders.parent(url)).isEqualTo(above);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "https://", "ftp://example.org/", "https://example.org/?a=b", "https://example.org/#x"})
    void whatIsNoFolderOnAServerIsRefused(String text) {
        assertThatThrownBy(() -> WebDavAddress.of(text)).isInstanceOf(Denied.class);
    }

    @ParameterizedTest
    @CsvSource({
        "https://example.org/, false",
        "http://example.org/, true",
        "HTTP://192.168.1.7:5005/, true",
        "dav://nas.local, true",
        "http://127.0.0.1.example.org/, true",
        "http://localhost.example.org/, true",
        "http://[2001:db8::1]/, true",
        "http://localhost:8080/dav, false",
        "http://dav.localhost/, false",
        "http://127.0.0.1:8080/, false",
        "http://127.8.9.1/, false",
        "http://[::1]:8080/, false",
        "http://[0:0:0:0:0:0:0:1]/, false",
        "http://[::ffff:127.0.0.1]/, false"
    })
    void overPlainHttpToAnotherComputerOthersCanReadOnTheWay(String text, boolean isOpen) {
        assertThat(WebDavAddress.of(text).isOpenOnTheWay()).isEqualTo(isOpen);
    }

    @Test
    void aPasswordInAnAddressIsRefusedAndNotRepeated() {
        assertThatThrownBy(() -> WebDavAddress.of("https://anna:hunter2@example.org/dav"))
                .isInstanceOf(Denied.class)
                .hasMessageNotContaining("hunter2");
    }

    @Test
    void aFingerprintIsReadAsProgramsShowIt() {
        var fingerprint = Fingerprint.parse("AB:cd ".repeat(16));
        assertThat(fingerprint.value()).isEqualTo("abcd".repeat(16));
        assertThat(Fingerprint.parse(fingerprint.toString())).isEqualTo(fingerprint);
        assertThatThrownBy(() -> Fingerprint.parse("AB:CD")).isInstanceOf(IllegalArgumentException.class);
    }
}
