package tidemark.app;

import java.nio.file.Path;
import java.util.Optional;
import tidemark.files.ContentHash;
import tidemark.files.ContentStore;
import tidemark.files.FileKind;
import tidemark.files.FileName;
import tidemark.files.FilesException;
import tidemark.library.markdown.FileIntake;
import tidemark.library.records.FileDetails;
import tidemark.problem.Problem;

/// The taking in of imported files: their contents become contents of this device.
public final class ContentIntake implements FileIntake {
    private final ContentStore contents;

    /// An intake into these contents.
    public ContentIntake(ContentStore contents) {
        this.contents = contents;
    }

    @Override
    public Optional<String> hash(Path file) {
        return contents.hash(file).map(ContentHash::text);
    }

    @Override
    public Optional<Problem> take(Path file, Naming naming) {
        var name = FileName.stored(String.valueOf(file.getFileName()));
        try {
            return contents.add(file, (sql, hash, size) -> {
                naming.write(sql, new FileDetails(name.given(), FileKind.mediaType(name), size, hash.text()));
                return Optional.<Problem>empty();
            });
        } catch (FilesException e) {
            return Optional.of(e.problem());
        }
    }
}
