package tidemark.library.search;

import java.util.List;
import tidemark.library.FileId;
import tidemark.library.NoteId;
import tidemark.library.ProjectSummary;

/// A project that a search found.
public record SearchHit(ProjectSummary project, Place place, Snippet snippet) {
    /// Where the words were found.
    public sealed interface Place {
        /// In the project's title.
        record Title() implements Place {}

        /// In its summary.
        record Summary() implements Place {}

        /// In one of its notes.
        record InNote(NoteId note, String title) implements Place {}

        /// In the name of one of its files.
        record InFile(FileId file, String name) implements Place {}
    }

    /// A piece of the text around the match, on one line.
    ///
    /// @param matches the parts of `text` that matched, in order
    public record Snippet(String text, List<Range> matches) {
        public Snippet {
            matches = List.copyOf(matches);
        }
    }

    /// Part of a text, from index `start` to before index `end`.
    public record Range(int start, int end) {}
}
