package tidemark.remote.webdav;

import java.io.InputStream;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/// A streaming parser for the response to PROPFIND. That may come from anyone: document types, entities, overlong paths
/// and too many entries are refused.
final class Multistatus {
    private static final String DAV = "DAV:";
    private static final int LONGEST_PATH = 8_192;
    private static final int MOST_ENTRIES = 200_000;

    private final String folder;
    private final List<DavEntry> entries = new ArrayList<>();
    private Optional<String> path = Optional.empty();
    private boolean isFolder;

    private Multistatus(String folder) {
        this.folder = folder;
    }

    /// The entries of the folder itself.
    ///
    /// @param folder its decoded path, without a slash at its end
    static List<DavEntry> read(InputStream xml, String folder) throws XMLStreamException {
        var reader = factory().createXMLStreamReader(xml);
        try {
            return new Multistatus(folder).read(reader);
        } catch (RuntimeException e) {
            // For some errors in a document type the JDK's reader fails to find its own message.
            throw new XMLStreamException("no XML that can be read", e);
        } finally {
            reader.close();
        }
    }

    private static XMLInputFactory factory() {
        var factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, false);
        return factory;
    }

    private List<DavEntry> read(XMLStreamReader reader) throws XMLStreamException {
        var isMultistatus = false;
        while (reader.hasNext()) {
            switch (reader.next()) {
                case XMLStreamConstants.START_ELEMENT -> {
                    isMultistatus |= is(reader, "multistatus");
                    begin(reader);
                }
                case XMLStreamConstants.END_ELEMENT -> end(reader);
                case XMLStreamConstants.DTD, XMLStreamConstants.ENTITY_REFERENCE ->
                    throw new XMLStreamException("a document type or entity in a listing");
                default -> {}
            }
        }
        if (!isMultistatus) {
            throw new XMLStreamException("no multistatus");
        }
        return entries;
    }

    private void begin(XMLStreamReader reader) throws XMLStreamException {
        if (is(reader, "response")) {
            path = Optional.empty();
            isFolder = false;
        } else if (is(reader, "href")) {
            path = path.isPresent() ? path : Optional.of(text(reader));
        } else if (is(reader, "collection")) {
            isFolder = true;
        }
    }

    private void end(XMLStreamReader reader) throws XMLStreamException {
        if (!is(reader, "response")) {
            return;
        }
        path.flatMap(this::below).ifPresent(name -> entries.add(new DavEntry(name, isFolder)));
        if (entries.size() > MOST_ENTRIES) {
            throw new XMLStreamException("more than " + MOST_ENTRIES + " entries");
        }
    }

    /// The name of an entry directly in the folder; servers send paths or whole URLs.
    private Optional<String> below(String href) {
        var decoded = decode(href);
        var whole = decoded.endsWith("/") ? decoded.substring(0, decoded.length() - 1) : decoded;
        if (!whole.startsWith(folder + "/")) {
            return Optional.empty();
        }
        var name = whole.substring(folder.length() + 1);
        return name.isEmpty() || name.contains("/") ? Optional.empty() : Optional.of(name);
    }

    private static String decode(String href) {
        try {
            var isUrl = href.contains("://");
            return decodePath(isUrl ? URI.create(href).getRawPath() : href);
        } catch (IllegalArgumentException _) {
            return "";
        }
    }

    static String decodePath(String path) {
        return URLDecoder.decode(path.replace("+", "%2B"), StandardCharsets.UTF_8);
    }

    private static String text(XMLStreamReader reader) throws XMLStreamException {
        var text = new StringBuilder();
        while (reader.next() != XMLStreamConstants.END_ELEMENT) {
            if (!reader.isCharacters()) {
                throw new XMLStreamException("a path that is no text");
            }
            text.append(reader.getText());
            if (text.length() > LONGEST_PATH) {
                throw new XMLStreamException("a path that is too long");
            }
        }
        return text.toString().strip();
    }

    private static boolean is(XMLStreamReader reader, String name) {
        return reader.getLocalName().equals(name) && DAV.equals(reader.getNamespaceURI());
    }
}
