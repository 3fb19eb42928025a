package tidemark.library.markdown;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import tidemark.library.frontmatter.DocumentKind;
import tidemark.library.frontmatter.FrontMatter;
import tidemark.library.frontmatter.FrontMatterBlock;
import tidemark.library.frontmatter.FrontMatterKey;
import tidemark.library.records.Status;
import tools.jackson.databind.json.JsonMapper;

/// The writer of Markdown files that [MarkdownReader] reads as what they were.
///
/// A file has one block of front matter: the values of the record, then the lines of front matter that its
/// text begins with, which an import had kept. Where that would be read as anything else, a line between the
/// two says that what follows is the text to the letter.
final class MarkdownWriter {
    private static final JsonMapper JSON = new JsonMapper();

    /// A name that no title is, so that a title is never taken from it.
    private static final String NO_NAME = "\n";

    private final MarkdownReader reader = new MarkdownReader(ZoneOffset.UTC);

    /// The content of the record's file.
    String text(MarkdownDocument document, DocumentKind kind) {
        var values = values(document);
        var plain = merged(values, document.details().summary());
        return reader.read(NO_NAME, plain, kind).isAs(document)
                ? plain
                : merged(values + FrontMatter.EXACT + "\n", document.details().summary());
    }

    /// The values as front matter. Each is JSON, which is YAML that needs no quoting rules of its own, in one line.
    private static String values(MarkdownDocument document) {
        var details = document.details();
        var lines = new StringBuilder();
        line(lines, FrontMatterKey.TITLE, JSON.writeValueAsString(details.title()));
        if (details.status() != Status.IDEA) {
            line(lines, FrontMatterKey.STATUS, details.status().text());
        }
        details.due().map(LocalDate::toString).ifPresent(day -> line(lines, FrontMatterKey.DUE, day));
        if (!document.labels().isEmpty()) {
            line(lines, FrontMatterKey.LABELS, list(document.labels()));
        }
        if (details.starred()) {
            line(lines, FrontMatterKey.STARRED, "true");
        }
        document.created().ifPresent(time -> line(lines, FrontMatterKey.CREATED, time.toString()));
        document.modified().ifPresent(time -> line(lines, FrontMatterKey.MODIFIED, time.toString()));
        return lines.toString();
    }

    private static String list(List<String> texts) {
        return texts.stream()
                .map(JSON::writeValueAsString)
                .collect(java.util.stream.Collectors.joining(", ", "[", "]"));
    }

    private static void line(StringBuilder lines, FrontMatterKey key, String value) {
        lines.append(key.text()).append(": ").append(value).append('\n');
    }

    private static String merged(String values, String text) {
        Optional<FrontMatterBlock> block = FrontMatterBlock.of(text);
        return block.map(kept -> kept.open() + values + String.join("", kept.lines()) + kept.close() + kept.body())
                .orElseGet(() -> "---\n" + values + "---\n" + text);
    }
}
