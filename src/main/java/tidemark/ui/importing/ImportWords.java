package tidemark.ui.importing;

import static tidemark.ui.base.Texts.text;

import java.util.stream.Collectors;
import java.util.stream.Stream;
import tidemark.library.markdown.ImportReport;

/// The wording of what an import brought.
final class ImportWords {
    private ImportWords() {}

    /// The numbers, each with its own sentence where it is not zero.
    static String of(ImportReport report) {
        var brought = text("import.brought", report.imported(), report.notes(), report.collections());
        return Stream.concat(
                        Stream.of(brought),
                        Stream.of(
                                        part("import.there", report.alreadyThere()),
                                        part("import.left.out", report.leftOut()),
                                        part("import.not.reached", report.notReached()),
                                        keptKeys(report))
                                .filter(words -> !words.isEmpty()))
                .collect(Collectors.joining("\n"));
    }

    private static String part(String key, int count) {
        return count == 0 ? "" : text(key, count);
    }

    private static String keptKeys(ImportReport report) {
        return report.keptKeys().isEmpty()
                ? ""
                : text("import.kept.keys", String.join(", ", report.keptKeys().keySet()));
    }
}
