package tidemark.ui.markdown;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The opening of links: only what a browser or a mail program shows, whatever a text says.
final class LinksTest {
    private final List<URI> opened = new ArrayList<>();
    private final List<String> refused = new ArrayList<>();
    private final Links links = new Links(opened::add, refused::add);

    @ParameterizedTest
    @ValueSource(
            strings = {"https://example.org/a?b=c#d", "http://example.org", "HTTPS://example.org/", "mailto:a@b.org"})
    void addressesOfTheWebAndOfMailAreOpened(String address) {
        links.open(address);
        assertThat(opened).containsExactly(URI.create(address));
        assertThat(refused).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "file:///etc/passwd",
                "javascript:alert(1)",
                "smb://host/share",
                "ms-msdt:/id",
                "vbscript:x",
                "data:text/html,x",
                "https:relative",
                "http:///nohost",
                "notes/other.md",
                "#part",
                "https://exa mple.org:x",
                ""
            })
    void allElseIsRefusedWithAWord(String address) {
        links.open(address);
        assertThat(opened).isEmpty();
        assertThat(refused).containsExactly(address);
    }

    @Test
    void aBlankInAnAddressIsNoReasonToRefuseIt() {
        links.open("https://example.org/a b");
        assertThat(opened).containsExactly(URI.create("https://example.org/a%20b"));
    }
}
