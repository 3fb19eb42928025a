package tidemark.library.markdown;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import tidemark.library.frontmatter.DocumentKind;
import tidemark.library.frontmatter.FrontMatter;
import tidemark.library.frontmatter.FrontMatterBlock;
import tidemark.library.frontmatter.FrontMatterReader;
import tidemark.library.markdown.MarkdownDocument.Findings;
import tidemark.library.records.Ids;
import tidemark.library.records.ProjectDetails;
import tidemark.library.records.Status;

/// The reader of Markdown files, wherever they come from.
///
/// A title is the front matter's, else a heading at the very top, else the file's name. Front matter that is
/// understood becomes values, and all else stays in the text; so does what is a value as well, such as a
/// heading or a tag.
final class MarkdownReader {
    private final ZoneId zone;

    /// @param zone the time zone of times without one
    MarkdownReader(ZoneId zone) {
        this.zone = zone;
    }

    /// Reads a file.
    ///
    /// @param name the file's, without its ending
    /// @param text with the line ends that it has
    MarkdownDocument read(String name, String text, DocumentKind kind) {
        var exact = FrontMatterBlock.of(text).filter(block -> FrontMatter.exactLine(block) >= 0);
        return exact.isPresent() ? exact(exact.get(), kind) : asWritten(name, unified(text), kind);
    }

    private MarkdownDocument exact(FrontMatterBlock block, DocumentKind kind) {
        int line = FrontMatter.exactLine(block);
        var result = new FrontMatterReader(kind, true, zone).read(block.lines().subList(0, line));
        var inside = new ArrayList<>(result.kept());
        inside.addAll(block.lines().subList(line + 1, block.lines().size()));
        var kept = inside.isEmpty() ? "" : block.open() + String.join("", inside) + block.close();
        var values = result.values();
        return document(values.title().orElse(""), kept + block.body(), values, values.labels(), findings(result));
    }

    private MarkdownDocument asWritten(String name, String text, DocumentKind kind) {
        var block = FrontMatterBlock.of(text);
        var body = block.map(FrontMatterBlock::body).orElse(text);
        var result = block.map(front -> new FrontMatterReader(kind, false, zone).read(front.lines()));
        var values = result.map(FrontMatterReader.Result::values).orElse(FrontMatter.NONE);
        var kept = block.map(front -> front.with(result.orElseThrow().kept())).orElse("");
        var title =
                values.title().or(() -> TitleOf.heading(MarkdownTree.of(body))).orElseGet(() -> TitleOf.name(name));
        var labels = new ArrayList<>(values.labels());
        if (kind == DocumentKind.PROJECT) {
            labels.addAll(TagScanner.tags(body));
        }
        return document(
                title,
                kept + body,
                values,
                labels,
                result.map(MarkdownReader::findings).orElse(Findings.NONE));
    }

    private static MarkdownDocument document(
            String title, String text, FrontMatter values, List<String> labels, Findings findings) {
        var details =
                new ProjectDetails(title, text, values.status().orElse(Status.IDEA), values.starred(), values.due());
        return new MarkdownDocument(details, distinct(labels), values.created(), values.modified(), findings);
    }

    private static Findings findings(FrontMatterReader.Result result) {
        return new Findings(result.unclear(), result.unknownKeys());
    }

    private static List<String> distinct(List<String> labels) {
        var byName = new LinkedHashMap<String, String>();
        labels.forEach(label -> byName.putIfAbsent(Ids.normalised(label), label));
        byName.remove("");
        return List.copyOf(byName.values());
    }

    /// The text with LF as its line end. A CR is one where no line ends otherwise, as on an old Mac.
    private static String unified(String text) {
        var unified = text.replace("\r\n", "\n");
        return Optional.of(unified)
                .filter(lines -> lines.indexOf('\n') < 0)
                .map(line -> line.replace('\r', '\n'))
                .orElse(unified);
    }
}
