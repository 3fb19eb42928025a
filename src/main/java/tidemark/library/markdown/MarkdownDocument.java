package tidemark.library.markdown;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import tidemark.library.records.ProjectDetails;

/// A file as a record: a project with the names of its labels, or a note, which has a title and a text only.
///
/// @param labels names, each once, however it is spelt
/// @param created when it was created, as its front matter says
/// @param modified when it was last changed, as its front matter says
/// @param findings what a person should know of it
record MarkdownDocument(
        ProjectDetails details,
        List<String> labels,
        Optional<Instant> created,
        Optional<Instant> modified,
        Findings findings) {
    /// The remarks on a file that was read.
    ///
    /// @param unclear in words, what of its front matter was not understood and stays in the text
    /// @param unknownKeys the keys of front matter that have no meaning here and stay in the text
    record Findings(List<String> unclear, List<String> unknownKeys) {
        /// No remarks.
        static final Findings NONE = new Findings(List.of(), List.of());

        Findings {
            unclear = List.copyOf(unclear);
            unknownKeys = List.copyOf(unknownKeys);
        }
    }

    MarkdownDocument {
        labels = List.copyOf(labels);
    }

    /// The document that is in a text without any marks.
    static MarkdownDocument plain(String title, String text) {
        return new MarkdownDocument(
                ProjectDetails.titled(title).withSummary(text),
                List.of(),
                Optional.empty(),
                Optional.empty(),
                Findings.NONE);
    }

    /// This document with another text.
    MarkdownDocument withText(String text) {
        return new MarkdownDocument(details.withSummary(text), labels, created, modified, findings);
    }

    /// Whether it says the same, remarks aside.
    boolean isAs(MarkdownDocument other) {
        return details.equals(other.details)
                && labels.equals(other.labels)
                && created.equals(other.created)
                && modified.equals(other.modified);
    }
}
