package tidemark.library.markdown;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// The result of an import.
///
/// @param files number of files found, including those left out; a folder left out counts as one
/// @param imported number of projects created
/// @param notes number of notes created, which an export of Tidemark has
/// @param attached number of other files that became files of projects
/// @param alreadyThere number of files that an earlier import had brought
/// @param collections number of collections created
/// @param problems in the order of the files
/// @param keptKeys the keys of front matter that stay in the texts because they have no meaning here, each with the
///     number of its files
public record ImportReport(
        int files,
        int imported,
        int notes,
        int attached,
        int alreadyThere,
        int collections,
        List<ImportProblem> problems,
        Map<String, Integer> keptKeys) {
    public ImportReport {
        problems = List.copyOf(problems);
        keptKeys = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(new TreeMap<>(keptKeys)));
    }

    /// The number of files and folders that were left out because of a problem.
    public int leftOut() {
        return (int)
                problems.stream().filter(problem -> problem.kind().isLeftOut()).count();
    }

    /// The number of files that were not read because the import was stopped.
    public int notReached() {
        return files - imported - notes - alreadyThere - leftOut();
    }
}
