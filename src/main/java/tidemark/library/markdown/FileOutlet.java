package tidemark.library.markdown;

import java.nio.file.Path;
import java.util.Optional;
import tidemark.library.records.FileDetails;
import tidemark.problem.Problem;

/// The writing of files' contents, which lie beside the database.
@FunctionalInterface
public interface FileOutlet {
    /// Writes the content of a file to a path at which nothing is: all of it, or nothing.
    ///
    /// @return the reason why it could not be written
    Optional<Problem> write(FileDetails file, Path to);
}
