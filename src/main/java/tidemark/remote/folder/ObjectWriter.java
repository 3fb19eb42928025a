package tidemark.remote.folder;

import java.io.IOException;
import java.nio.file.Path;
import tidemark.remote.Body;
import tidemark.remote.RemoteStore.Creation;

/// Puts whole objects under their names, in a folder that exists, by what its file system can do.
interface ObjectWriter {
    /// Makes the object if its name is free: never half, and for one caller only.
    Creation create(Path target, Body body) throws IOException;

    /// Makes or replaces the object in one step.
    void put(Path target, Body body) throws IOException;
}
