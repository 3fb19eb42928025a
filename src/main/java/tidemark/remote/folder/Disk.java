package tidemark.remote.folder;

import java.io.IOException;
import java.nio.file.Path;
import tidemark.remote.Body;

/// The operations that change a folder, so that a test can let each of them fail.
interface Disk {
    /// Creates a new file with these bytes, which may be lost with the power until [#sync].
    void write(Path file, Body body) throws IOException;

    /// Ends a file at this number of bytes and adds those of the body, which may be lost with the power until
    /// [#sync]; the file may then have its new length all the same.
    void writeAfter(Path file, long kept, Body body) throws IOException;

    /// Makes the bytes of a file durable.
    void sync(Path file) throws IOException;

    /// Gives `existing` a second name, which must be free.
    void link(Path name, Path existing) throws IOException;

    /// Renames in one step. A file silently replaces a file; a folder replaces an empty folder at most.
    void rename(Path from, Path to) throws IOException;

    /// Creates one folder in an existing one.
    void makeFolder(Path folder) throws IOException;

    /// Removes a file or an empty folder.
    void delete(Path path) throws IOException;

    /// Makes the name of a file or folder durable, by forcing the folder that holds it to the disk.
    void force(Path path) throws IOException;
}
