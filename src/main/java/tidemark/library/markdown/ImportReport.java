package tidemark.library.markdown;

import java.util.List;

/// The result of an import.
///
/// @param files number of Markdown files found, including those left out
/// @param imported number of projects created
/// @param alreadyThere number of files that an earlier import had brought
/// @param collections number of collections created
/// @param problems in the order of the files
public record ImportReport(int files, int imported, int alreadyThere, int collections, List<ImportProblem> problems) {
    public ImportReport {
        problems = List.copyOf(problems);
    }

    /// The number of files that were left out because of a problem.
    public int leftOut() {
        return (int)
                problems.stream().filter(problem -> problem.kind().isLeftOut()).count();
    }
}
