package tidemark.remote.folder;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;
import tidemark.remote.Body;
import tidemark.remote.FinishedUpload;
import tidemark.remote.ObjectInfo;
import tidemark.remote.PartProgress;
import tidemark.remote.PartUpload;

/// An upload in parts to a file, which gets the object's name when it is whole.
final class FolderPartUpload implements PartUpload {
    private final String token;
    private final ObjectInfo object;
    private final PartFiles files;
    private final Tree tree;
    private final FolderProblems problems;
    private final Path file;
    private final PartProgress progress;

    private FolderPartUpload(String token, ObjectInfo object, PartFiles files, Tree tree, FolderProblems problems)
            throws IOException {
        this.token = token;
        this.object = object;
        this.files = files;
        this.tree = tree;
        this.problems = problems;
        this.file = files.file(token, object);
        var partSize = PartUpload.partSize(object.size());
        this.progress = new PartProgress(object.size(), partSize, kept(Files.size(file), partSize));
    }

    /// The number of bytes that are surely on the disk. Each part is forced there before the next is written,
    /// and after a loss of power a file may have a length without its bytes: so nobody knows of the last
    /// part.
    private static long kept(long length, int partSize) {
        return Math.max(0, length - 1) / partSize * partSize;
    }

    /// The upload of this object with this token, or a new one where there is none.
    static PartUpload open(
            PartFiles files, Tree tree, FolderProblems problems, ObjectInfo object, Optional<String> token)
            throws IOException {
        if (token.isPresent() && files.has(token.get(), object)) {
            return new FolderPartUpload(token.get(), object, files, tree, problems);
        }
        if (token.isPresent() && isThere(tree, object)) {
            return new FinishedUpload(token.get(), object.size());
        }
        return new FolderPartUpload(files.begin(object), object, files, tree, problems);
    }

    private static boolean isThere(Tree tree, ObjectInfo object) throws IOException {
        return tree.find(object.name())
                .filter(found -> found.size() == object.size())
                .isPresent();
    }

    @Override
    public String token() {
        return token;
    }

    @Override
    public long kept() {
        return progress.kept();
    }

    @Override
    public int partSize() {
        return progress.partSize();
    }

    @Override
    public void send(Body part) {
        progress.requireNext(part);
        write(() -> files.add(file, progress.kept(), part));
        progress.add(part);
    }

    /// Gives the file the object's name. Where it is gone and the object is there, an earlier attempt did that.
    @Override
    public void finish() {
        progress.requireAll();
        write(() -> {
            if (!files.publish(file, tree.preparePath(object.name())) && !isThere(tree, object)) {
                throw new NoSuchFileException(file.toString());
            }
        });
    }

    @Override
    public void discard() {
        write(() -> files.remove(file));
    }

    private void write(Writing writing) {
        try {
            writing.run();
        } catch (NoSuchFileException e) {
            throw isLost() ? PartProgress.lost(object.name(), e) : problems.writing(e);
        } catch (IOException e) {
            throw problems.writing(e);
        }
    }

    /// Whether the file alone is gone, and not the whole disk.
    private boolean isLost() {
        try {
            return files.isThere() && !Existence.exists(file);
        } catch (IOException e) {
            return false;
        }
    }

    private interface Writing {
        void run() throws IOException;
    }
}
