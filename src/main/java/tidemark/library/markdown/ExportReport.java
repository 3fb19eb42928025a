package tidemark.library.markdown;

import java.util.List;

/// The result of an export: how many of each kind it wrote, and what it could not.
///
/// @param collections as folders
/// @param projects as Markdown files
/// @param notes as Markdown files in the folders of their projects
/// @param leftOut files of projects by name, each with its project's title; their contents are not written
public record ExportReport(int collections, int projects, int notes, List<String> leftOut) {
    public ExportReport {
        leftOut = List.copyOf(leftOut);
    }
}
