package tidemark.remote.webdav;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

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

    @ParameterizedTest
    @ValueSource(strings = {"", "https://", "ftp://example.org/", "https://example.org/?a=b", "https://example.org/#x"})
    void whatIsNoFolderOnAServerIsRefused(String text) {
        assertThatThrownBy(() -> WebDavAddress.of(text)).isInstanceOf(Denied.class);
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
