package tidemark.remote.folder;

import java.io.IOException;
import java.nio.file.Path;
import tidemark.remote.Body;
import tidemark.remote.RemoteStore.Creation;

/// A writer of whole objects into existing folders, by a method that their file system supports.
interface ObjectWriter {
    /// Creates the object if its name is free: never half of it, and for one caller only.
    Creation create(Path target, Body body) throws IOException;

    /// Creates or replaces the object in one step.
    void put(Path target, Body body) throws IOException;
}
