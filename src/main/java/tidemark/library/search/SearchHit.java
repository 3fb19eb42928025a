package tidemark.library.search;

import java.util.List;
import tidemark.library.records.FileId;
import tidemark.library.records.NoteId;
import tidemark.library.records.ProjectSummary;

/// A project that a search found.
public record SearchHit(ProjectSummary project, Place place, Snippet snippet) {
    /// The kind of text that has the words.
    public sealed interface Place {
        /// The project's title.
        record Title() implements Place {}

        /// The project's summary.
        record Summary() implements Place {}

        /// The title or text of one of its notes.
        record InNote(NoteId note, String title) implements Place {}

        /// The name of one of its files.
        record InFile(FileId file, String name) implements Place {}
    }

    /// A piece of the text around the match, on one line.
    ///
    /// @param matches the ranges of `text` that matched, in order
    public record Snippet(String text, List<Range> matches) {
        public Snippet {
            matches = List.copyOf(matches);
        }
    }

    /// A range of a text, from index `start` to before index `end`.
    public record Range(int start, int end) {}
}
