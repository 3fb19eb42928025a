package tidemark.library.markdown;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Optional;
import tidemark.db.Sql;
import tidemark.library.records.FileDetails;
import tidemark.problem.Problem;

/// The taking in of files, whose contents lie beside the database.
public interface FileIntake {
    /// The writing of the row that names a file's content.
    @FunctionalInterface
    interface Naming {
        /// Writes it, in the transaction that makes the content the library's.
        ///
        /// @param details as the file says them
        void write(Sql sql, FileDetails details) throws SQLException;
    }

    /// The SHA-256 of a file, which is not taken in; empty where it cannot be read.
    Optional<String> hash(Path file);

    /// Takes a file in and has its row written, or neither.
    ///
    /// @return the reason why it could not be taken in
    Optional<Problem> take(Path file, Naming naming);
}
