package tidemark.library.markdown;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tidemark.db.Json;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// The index of an export: what its folders and files cannot say of themselves. It is the file
/// `tidemark.json` beside them; without it an export is imported like any other folder.
///
/// Files and folders are named by their paths in the export, with `/` between names. What it names and is
/// not there is passed over, and what is there and not in it is imported like any other file: a person may
/// have changed the export.
///
/// @param collections the collections, parents before children, in their order
/// @param documents the projects in their order, each with its notes behind it
/// @param attachments the files of the projects, each project's in their order
/// @param labels the labels with their colours, those without a project, too
record ExportIndex(
        List<Folder> collections, List<Document> documents, List<Attachment> attachments, List<LabelEntry> labels) {
    /// A folder that is a collection.
    ///
    /// @param colour empty where nobody chose one
    record Folder(String folder, String name, Optional<String> colour) {}

    /// A file.
    ///
    /// @param project the file of the project that a note belongs to; empty for a project
    /// @param path the path that it once had where it was imported from
    /// @param links the targets of links that are other ones in the export, and what they are in the library
    record Document(String file, Optional<String> project, Optional<String> path, Map<String, String> links) {}

    /// A file of a project. Several may be one in the export, which has their content.
    ///
    /// @param project the project's file
    /// @param name the name in the library; empty where it is the file's
    /// @param type the media type
    /// @param modified when it was last changed
    /// @param path the path that it once had where it was imported from
    record Attachment(
            String file,
            String project,
            Optional<String> name,
            Optional<String> type,
            Optional<Instant> modified,
            Optional<String> path) {}

    /// A label.
    ///
    /// @param colour empty where nobody chose one
    record LabelEntry(String name, Optional<String> colour) {}

    private static final String NAME = "tidemark.json";
    private static final int MOST_BYTES = 64 << 20;
    private static final JsonMapper JSON = JsonMapper.builder(Json.FACTORY)
            .enable(SerializationFeature.INDENT_OUTPUT)
            .build();

    /// Whether this file is the index of that folder.
    static boolean isAt(Path root, Path file) {
        return file.equals(root.resolve(NAME));
    }

    /// The name that no other file of an export may have.
    static String name() {
        return NAME;
    }

    /// The index in this folder; empty when there is none, or one that cannot be read.
    static Optional<ExportIndex> in(Path root) throws IOException {
        var file = root.resolve(NAME);
        if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS) || Files.size(file) > MOST_BYTES) {
            return Optional.empty();
        }
        try {
            var tree = JSON.readTree(Files.readAllBytes(file));
            return tree.path("tidemark").asInt(0) == 1 ? Optional.of(of(tree)) : Optional.empty();
        } catch (JacksonException _) {
            return Optional.empty();
        }
    }

    private static ExportIndex of(JsonNode tree) {
        var collections = new ArrayList<Folder>();
        for (var entry : tree.path("collections")) {
            collections.add(
                    new Folder(path(entry, "folder"), text(entry, "name").orElse(""), text(entry, "colour")));
        }
        var documents = new ArrayList<Document>();
        for (var entry : tree.path("files")) {
            var project = text(entry, "project").map(ExportIndex::normal);
            documents.add(new Document(path(entry, "file"), project, text(entry, "path"), links(entry)));
        }
        var labels = new ArrayList<LabelEntry>();
        for (var entry : tree.path("labels")) {
            text(entry, "name").ifPresent(name -> labels.add(new LabelEntry(name, text(entry, "colour"))));
        }
        return new ExportIndex(collections, documents, attachments(tree), labels);
    }

    private static Map<String, String> links(JsonNode entry) {
        var links = new LinkedHashMap<String, String>();
        for (var link : entry.path("links").properties()) {
            if (link.getValue().isString()) {
                links.put(link.getKey(), link.getValue().asString());
            }
        }
        return links;
    }

    private static List<Attachment> attachments(JsonNode tree) {
        var attachments = new ArrayList<Attachment>();
        for (var entry : tree.path("attachments")) {
            attachments.add(new Attachment(
                    path(entry, "file"),
                    path(entry, "project"),
                    text(entry, "name"),
                    text(entry, "type"),
                    text(entry, "modified").flatMap(ExportIndex::time),
                    text(entry, "path")));
        }
        return attachments;
    }

    private static Optional<Instant> time(String text) {
        try {
            return Optional.of(Instant.ofEpochMilli(Instant.parse(text).toEpochMilli()));
        } catch (DateTimeException | ArithmeticException _) {
            return Optional.empty();
        }
    }

    private static Optional<String> text(JsonNode entry, String name) {
        return entry.path(name).isString() ? Optional.of(entry.path(name).asString()) : Optional.empty();
    }

    private static String path(JsonNode entry, String name) {
        return normal(text(entry, name).orElse(""));
    }

    /// The path in the form that is compared: a Mac may have taken its accents apart.
    static String normal(String path) {
        return Normalizer.normalize(path, Normalizer.Form.NFC);
    }

    /// The path of a file or folder inside `root`, in that form.
    static String path(Path root, Path file) {
        var names = new ArrayList<String>();
        root.relativize(file).forEach(name -> names.add(name.toString()));
        return normal(String.join("/", names));
    }

    /// The documents by file.
    Map<String, Document> byFile() {
        var byFile = new LinkedHashMap<String, Document>();
        documents.forEach(document -> byFile.putIfAbsent(document.file(), document));
        return byFile;
    }

    /// Writes it into this folder.
    void write(Path root) throws IOException {
        var tree = JSON.createObjectNode().put("tidemark", 1);
        write(tree);
        Files.writeString(root.resolve(NAME), JSON.writeValueAsString(tree) + "\n", StandardOpenOption.CREATE_NEW);
    }

    private void write(ObjectNode tree) {
        var folders = tree.putArray("collections");
        for (var collection : collections) {
            var entry = folders.addObject().put("folder", collection.folder()).put("name", collection.name());
            collection.colour().ifPresent(colour -> entry.put("colour", colour));
        }
        var files = tree.putArray("files");
        for (var document : documents) {
            var entry = files.addObject().put("file", document.file());
            document.project().ifPresent(project -> entry.put("project", project));
            document.path().ifPresent(path -> entry.put("path", path));
            if (!document.links().isEmpty()) {
                var links = entry.putObject("links");
                document.links().forEach(links::put);
            }
        }
        var attached = tree.putArray("attachments");
        attachments.forEach(attachment -> write(attachment, attached.addObject()));
        var all = tree.putArray("labels");
        for (var label : labels) {
            var entry = all.addObject().put("name", label.name());
            label.colour().ifPresent(colour -> entry.put("colour", colour));
        }
    }

    private static void write(Attachment attachment, ObjectNode entry) {
        entry.put("file", attachment.file()).put("project", attachment.project());
        attachment.name().ifPresent(name -> entry.put("name", name));
        attachment.type().ifPresent(type -> entry.put("type", type));
        attachment.modified().ifPresent(time -> entry.put("modified", time.toString()));
        attachment.path().ifPresent(path -> entry.put("path", path));
    }
}
