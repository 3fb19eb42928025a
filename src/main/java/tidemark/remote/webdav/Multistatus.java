package tidemark.remote.webdav;

import java.io.InputStream;
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

    private final List<String> folder;
    private final List<ListedPath> listed = new ArrayList<>();
    private Optional<String> path = Optional.empty();
    private boolean isFolder;

    private Multistatus(List<String> folder) {
        this.folder = folder;
    }

    /// The entries of the folder itself.
    ///
    /// @param path the folder's path, encoded
    /// @throws XMLStreamException when this is no listing, or not one of this folder
    static List<DavEntry> read(InputStream xml, String path) throws XMLStreamException {
        var folder = ListedPath.parts(path).orElseThrow();
        var reader = factory().createXMLStreamReader(xml);
        try {
            return new FolderEntries(folder, new Multistatus(folder).read(reader)).all();
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

    private List<ListedPath> read(XMLStreamReader reader) throws XMLStreamException {
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
        return listed;
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
        path.flatMap(href -> ListedPath.of(href, folder, isFolder)).ifPresent(listed::add);
        if (listed.size() > MOST_ENTRIES) {
            throw new XMLStreamException("more than " + MOST_ENTRIES + " entries");
        }
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
