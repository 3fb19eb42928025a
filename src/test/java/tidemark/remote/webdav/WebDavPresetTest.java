package tidemark.remote.webdav;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The presets of WebDAV servers.
final class WebDavPresetTest {
    @ParameterizedTest
    @CsvSource({
        "NEXTCLOUD, cloud.example/, anna b, https://cloud.example/remote.php/dav/files/anna%20b/Tidemark",
        "OWNCLOUD, cloud.example, a@b.c, https://cloud.example/remote.php/dav/files/a%40b.c/Tidemark",
        "SYNOLOGY, nas.local, anna, https://nas.local:5006/home/Tidemark",
        "OTHER, example.org/dav, anna, https://example.org/dav",
        "NEXTCLOUD, https://cloud.example/elsewhere, anna, https://cloud.example/elsewhere"
    })
    void aHostAndAUserNameAreEnough(WebDavPreset preset, String host, String user, String url) {
        assertThat(preset.address(host, user).url()).hasToString(url);
    }

    @Test
    void eachIsFoundByItsName() {
        assertThat(WebDavPreset.of("nextcloud")).hasValue(WebDavPreset.NEXTCLOUD);
        assertThat(WebDavPreset.of("somebody")).isEmpty();
    }
}
