package tidemark.remote.webdav;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import javax.xml.stream.XMLStreamException;
import tidemark.fuzz.Target;

/// The readers of the WebDAV store, for [tidemark.fuzz.Fuzz].
public final class WebDavTargets {
    private WebDavTargets() {}

    /// All readers.
    public static List<Target> all() {
        return List.of(new Listing());
    }

    /// The reader of a response to PROPFIND, as three servers write it.
    private static final class Listing implements Target {
        private static final String APACHE = """
                <?xml version="1.0" encoding="utf-8"?>
                <D:multistatus xmlns:D="DAV:" xmlns:ns0="DAV:">
                <D:response xmlns:lp1="DAV:"><D:href>/dav/tm/claims/</D:href><D:propstat><D:prop>
                <lp1:resourcetype><D:collection/></lp1:resourcetype></D:prop>
                <D:status>HTTP/1.1 200 OK</D:status></D:propstat></D:response>
                <D:response xmlns:lp1="DAV:"><D:href>/dav/tm/claims/1.a-b.00</D:href><D:propstat><D:prop>
                <lp1:resourcetype/></D:prop><D:status>HTTP/1.1 200 OK</D:status></D:propstat></D:response>
                </D:multistatus>
                """;
        private static final String NEXTCLOUD = """
                <?xml version="1.0"?><d:multistatus xmlns:d="DAV:" xmlns:s="http://sabredav.org/ns">\
                <d:response><d:href>/dav/tm/claims/</d:href><d:propstat><d:prop><d:resourcetype><d:collection/>\
                </d:resourcetype></d:prop><d:status>HTTP/1.1 200 OK</d:status></d:propstat></d:response>\
                <d:response><d:href>/dav/tm/claims/caf%c3%a9%20&amp;%20co</d:href><d:propstat><d:prop>\
                <d:resourcetype/></d:prop><d:status>HTTP/1.1 200 OK</d:status></d:propstat></d:response>\
                </d:multistatus>""";
        private static final String HTML = "<!DOCTYPE html><html><head><title>Sign in</title></head></html>";

        @Override
        public String name() {
            return "propfind";
        }

        @Override
        public int share() {
            return 290;
        }

        @Override
        public List<byte[]> samples() {
            return List.of(bytes(APACHE), bytes(APACHE), bytes(NEXTCLOUD), bytes(NEXTCLOUD), bytes(HTML));
        }

        @Override
        public List<byte[]> hostileSamples() {
            var laughs = new StringBuilder("<!DOCTYPE l [<!ENTITY a0 \"ha\">");
            for (int i = 1; i < 30; i++) {
                laughs.append("<!ENTITY a%d \"&a%d;&a%d;\">".formatted(i, i - 1, i - 1));
            }
            return List.of(
                    bytes(laughs + "]><multistatus xmlns='DAV:'>&a29;</multistatus>"),
                    bytes("<a>".repeat(1_000_000)),
                    bytes("<multistatus xmlns='DAV:'><response><href>" + "x".repeat(8 << 20)),
                    bytes("<a " + "b='c' ".repeat(1_000_000)));
        }

        @Override
        public Outcome tryInput(byte[] input) {
            try {
                var entries = Multistatus.read(new ByteArrayInputStream(input), "/dav/tm/claims");
                if (entries.stream().anyMatch(entry -> entry.name().contains("/"))) {
                    throw new AssertionError("A name that leads elsewhere: " + entries);
                }
                return Outcome.ACCEPTED;
            } catch (XMLStreamException _) {
                return Outcome.REFUSED;
            }
        }

        private static byte[] bytes(String text) {
            return text.getBytes(StandardCharsets.UTF_8);
        }
    }
}
