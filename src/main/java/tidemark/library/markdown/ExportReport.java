package tidemark.library.markdown;

import java.util.List;
import tidemark.problem.Problem;

/// The result of an export: how many of each kind it wrote, and what it could not.
///
/// @param collections as folders
/// @param projects as Markdown files
/// @param notes as Markdown files in the folders of their projects
/// @param files of projects, one that several projects have as many times
/// @param leftOut files of projects whose contents were not written
/// @param brokenLinks links that do not lead to their files in the export
public record ExportReport(
        int collections, int projects, int notes, int files, List<LeftOut> leftOut, List<BrokenLink> brokenLinks) {
    /// A file whose content was not written.
    ///
    /// @param project the project's title
    public record LeftOut(String name, String project, Problem why) {}

    /// A link that could not be written so that it leads to its file.
    ///
    /// @param text the file of the text, in the export
    /// @param file the file that it should lead to
    public record BrokenLink(String text, String file) {}

    public ExportReport {
        leftOut = List.copyOf(leftOut);
        brokenLinks = List.copyOf(brokenLinks);
    }
}
