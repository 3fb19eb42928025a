package tidemark.library.markdown;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// The remarks on the files of an import, gathered while they are read.
final class ImportRemarks {
    private final List<ImportProblem> problems = new ArrayList<>();
    private final Map<String, Integer> keptKeys = new HashMap<>();

    void add(ImportProblem problem) {
        problems.add(problem);
    }

    void addAll(List<ImportProblem> all) {
        problems.addAll(all);
    }

    /// Takes back that these were left out because they are no texts: they became files of projects.
    void areFiles(Set<Path> files) {
        problems.removeIf(problem -> problem.kind() == ImportProblem.Kind.BINARY && files.contains(problem.file()));
    }

    /// Adds what a person should know of this document.
    void add(Path file, MarkdownDocument document) {
        var unclear = document.findings().unclear();
        if (!unclear.isEmpty()) {
            add(new ImportProblem(
                    file,
                    ImportProblem.Kind.FRONT_MATTER,
                    "of its front matter, this was not understood and stays in the text: "
                            + String.join(", ", unclear)));
        }
        new HashSet<>(document.findings().unknownKeys()).forEach(key -> keptKeys.merge(key, 1, Integer::sum));
    }

    /// The problems in the order of the files.
    List<ImportProblem> problems() {
        problems.sort(Comparator.comparing(ImportProblem::file));
        return problems;
    }

    Map<String, Integer> keptKeys() {
        return keptKeys;
    }
}
