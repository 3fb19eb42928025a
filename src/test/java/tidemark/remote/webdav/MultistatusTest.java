package tidemark.remote.webdav;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import javax.xml.stream.XMLStreamException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Responses to PROPFIND, read as servers write them.
final class MultistatusTest {
    private static List<DavEntry> read(String xml) throws XMLStreamException {
        return Multistatus.read(new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8)), "/dav/a b");
    }

    private static String response(String href, String type) {
        return "<r:response><r:href>" + href + "</r:href><r:propstat><r:prop><r:resourcetype>" + type
                + "</r:resourcetype></r:prop></r:propstat></r:response>";
    }

    private static String multistatus(String... responses) {
        return "<r:multistatus xmlns:r=\"DAV:\">" + String.join("", responses) + "</r:multistatus>";
    }

    @Test
    void whatLiesInTheFolderIsFoundHoweverTheServerNamesIt() throws Exception {
        var xml = multistatus(
                response("/dav/a%20b/", "<r:collection/>"),
                response("/dav/a%20b/one.txt", ""),
                response("https://example.org/dav/a%20b/two", "<r:collection/>"),
                response("/dav/a b/three+four", ""),
                response("/dav/a%20b/five/", "<r:collection/>"));
        assertThat(read(xml))
                .containsExactly(
                        new DavEntry("one.txt", false),
                        new DavEntry("two", true),
                        new DavEntry("three+four", false),
                        new DavEntry("five", true));
    }

    /// The folder `/dav/a b/gr\u00f6\u00dfe` as servers name it that do not see the address of the request.
    @ParameterizedTest
    @ValueSource(
            strings = {
                "/dav/a%20b/gr%C3%B6%C3%9Fe/",
                "/dav/a%20b/gro%CC%88%C3%9Fe/",
                "//dav//a%20b/gr%c3%b6%c3%9fe//",
                "/DAV/A%20B/Gr%C3%B6%C3%9Fe/",
                "/a%20b/gr%C3%B6%C3%9Fe/",
                "/gr%C3%B6%C3%9Fe/",
                "/",
                "/srv/www/dav/a%20b/gr%C3%B6%C3%9Fe/",
                "http://10.0.0.7:8080/a%20b/gr%C3%B6%C3%9Fe/",
                "",
                "./"
            })
    void theFolderIsKnownInWhateverFormItComesBack(String folder) throws Exception {
        var xml = multistatus(
                response(folder, "<r:collection/>"),
                response(folder + "one.txt", ""),
                response(folder + "two%20words/", "<r:collection/>"),
                response(folder + "deep/er", ""));
        var asked = "/dav/a%20b/gr%C3%B6%C3%9Fe/";
        assertThat(Multistatus.read(new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8)), asked))
                .containsExactly(new DavEntry("one.txt", false), new DavEntry("two words", true));
    }

    @Test
    void anEmptyFolderInAnotherFormIsEmpty() throws Exception {
        assertThat(read(multistatus(response("/A%20B/", "<r:collection/>")))).isEmpty();
        assertThat(read(multistatus())).isEmpty();
    }

    @Test
    void aListingOfAnotherFolderSaysWhatCameBackInstead() {
        var xml = multistatus(response("/photos/", "<r:collection/>"), response("/photos/a.jpg", ""));
        assertThatThrownBy(() -> read(xml))
                .isInstanceOf(XMLStreamException.class)
                .hasMessageContaining("it names /photos where /dav/a b was asked for");
    }

    @Test
    void whatLiesElsewhereIsPassedOver() throws Exception {
        var xml = multistatus(
                response("/dav/other/x", ""),
                response("/dav/a%20b/c/d", ""),
                response("/dav/a%20b/..%2fe", ""),
                response("/dav/a%20bc", ""),
                response("%zz", ""),
                response("::://", ""));
        assertThat(read(xml)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<!DOCTYPE x [\u0001]><multistatus xmlns='DAV:'/>",
                "<!DOCTYPE x [<!ENTITY e SYSTEM 'file:///etc/passwd'>]><multistatus xmlns='DAV:'>"
                        + "<response><href>/dav/a%20b/&e;</href></response></multistatus>",
                "<html><body>Welcome to our hotel</body></html>",
                "<multistatus xmlns='DAV:'><response><href>/dav/a%20b/x",
                "",
                "no xml"
            })
    void whatIsNoListingIsRefused(String xml) {
        assertThatThrownBy(() -> read(xml)).isInstanceOf(XMLStreamException.class);
    }

    @Test
    void aPathWithoutEndIsRefused() {
        var xml = multistatus(response("/dav/a%20b/" + "x".repeat(10_000), ""));
        assertThatThrownBy(() -> read(xml)).isInstanceOf(XMLStreamException.class);
    }
}
