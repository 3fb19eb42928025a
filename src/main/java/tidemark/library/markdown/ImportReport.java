package tidemark.library.markdown;

import java.util.List;

/// What came of an import.
///
/// @param files Markdown files found, with those that were left out
/// @param imported projects made
/// @param alreadyThere files that were there already, from an earlier import
/// @param collections collections made
/// @param problems in the order of the files
public record ImportReport(int files, int imported, int alreadyThere, int collections, List<ImportProblem> problems) {
    public ImportReport {
        problems = List.copyOf(problems);
    }

    /// How many files were left out because of a problem.
    public int leftOut() {
        return (int)
                problems.stream().filter(problem -> problem.kind().isLeftOut()).count();
    }
}
