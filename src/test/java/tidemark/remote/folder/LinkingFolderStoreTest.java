package tidemark.remote.folder;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import tidemark.remote.RemoteStore;
import tidemark.remote.RemoteStoreContract;

/// A folder on a disk with hard links.
final class LinkingFolderStoreTest extends RemoteStoreContract {
    @TempDir
    Path root;

    private final RandomGenerator random = new SplittableRandom(1);

    @BeforeEach
    void setUp() {
        FolderStore.setUp(root, random);
    }

    @Override
    protected RemoteStore open() {
        return FolderStore.open(root, InstantSource.system(), random);
    }

    @Override
    protected boolean keepsMetadata() {
        return false;
    }
}
