package tidemark.build;

import com.palantir.javaformat.java.Formatter;
import com.palantir.javaformat.java.FormatterException;
import com.palantir.javaformat.java.ImportOrderer;
import com.palantir.javaformat.java.JavaFormatterOptions;
import com.palantir.javaformat.java.RemoveUnusedImports;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.NullMarked;

/// The one layout of the source: palantir-java-format, imports ordered, unused ones removed.
///
/// As a program it rewrites every file that differs; [FormatTest] only checks.
@NullMarked
final class Format {
    private static final Path SOURCE = Path.of("src");

    private Format() {}

    /// Rewrites the files under `src` whose layout differs.
    public static void main(String[] args) throws IOException {
        for (var file : sources()) {
            var is = Files.readString(file);
            var should = formatted(file, is);
            if (!should.equals(is)) {
                Files.writeString(file, should);
            }
        }
    }

    static List<Path> sources() throws IOException {
        try (var files = Files.walk(SOURCE)) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .filter(file -> !file.endsWith("package-info.java"))
                    .toList();
        }
    }

    /// The formatter breaks a long `///` line into one that is no comment any more.
    private static String refuseBrokenComments(Path file, String source, String formatted) {
        if (!comments(source).equals(comments(formatted))) {
            throw new IllegalStateException(file + " has a comment line that is too long for the formatter");
        }
        return formatted;
    }

    private static List<String> comments(String source) {
        return source.lines()
                .map(String::strip)
                .filter(line -> line.startsWith("///"))
                .toList();
    }

    static String formatted(Path file, String source) {
        try {
            var style = JavaFormatterOptions.Style.PALANTIR;
            var formatter = Formatter.createFormatter(JavaFormatterOptions.builder()
                    .style(style)
                    .formatJavadoc(false)
                    .build());
            var imports = ImportOrderer.reorderImports(RemoveUnusedImports.removeUnusedImports(source), style);
            return refuseBrokenComments(file, source, formatter.formatSource(imports));
        } catch (FormatterException e) {
            throw new IllegalStateException(file + " cannot be laid out: " + e.getMessage(), e);
        }
    }
}
