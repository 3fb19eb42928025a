package tidemark.app;

import java.nio.file.Path;
import java.util.Optional;
import tidemark.files.ContentHash;
import tidemark.files.ContentStore;
import tidemark.files.FileName;
import tidemark.files.FilesException;
import tidemark.library.markdown.FileOutlet;
import tidemark.library.records.FileDetails;
import tidemark.problem.Problem;

/// The writing of exported files whose contents are on this device, and sound.
public final class ContentOutlet implements FileOutlet {
    private final ContentStore contents;

    /// An outlet of these contents.
    public ContentOutlet(ContentStore contents) {
        this.contents = contents;
    }

    @Override
    public Optional<Problem> write(FileDetails file, Path to) {
        var name = new FileName(file.name());
        try {
            var hash = ContentHash.of(file.sha256()).orElseThrow(() -> FilesException.missing(name.shown()));
            if (!contents.isHere(hash)) {
                contents.requireObtainable(hash, name);
                throw FilesException.onlyRemote(name.shown());
            }
            contents.saveAs(hash, to);
            return Optional.empty();
        } catch (FilesException e) {
            return Optional.of(e.problem());
        }
    }
}
