package tidemark.library.frontmatter;

import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// A key of front matter that is understood, with the spellings of the programs that write it: Obsidian and its
/// plug-ins, Joplin, Zettlr, Hugo, Jekyll and Tidemark.
public enum FrontMatterKey {
    TITLE("title"),
    LABELS("tags", "tag", "labels", "keywords"),
    STATUS("status"),
    STARRED("starred"),
    DUE("due"),
    CREATED("created", "created_at", "created-at", "date created"),
    MODIFIED("modified", "updated", "modified_at", "updated_at", "updated-at", "date modified", "lastmod"),
    /// When it was created, where no other key says that.
    DATE("date");

    private static final Map<String, FrontMatterKey> BY_NAME = Stream.of(values())
            .flatMap(key -> Stream.of(key.names.split(",", -1)).map(name -> Map.entry(name, key)))
            .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));

    private final String text;
    private final String names;

    /// @param text the spelling that an export writes
    FrontMatterKey(String text, String... others) {
        this.text = text;
        this.names = Stream.concat(Stream.of(text), Stream.of(others)).collect(Collectors.joining(","));
    }

    /// The key that is spelt so, in lower case.
    static Optional<FrontMatterKey> of(String name) {
        return Optional.ofNullable(BY_NAME.get(name));
    }

    /// The spelling that an export writes.
    public String text() {
        return text;
    }

    /// Whether notes have it, which have neither labels nor a status.
    boolean isOfNotes() {
        return this == TITLE || this == CREATED || this == MODIFIED || this == DATE;
    }
}
