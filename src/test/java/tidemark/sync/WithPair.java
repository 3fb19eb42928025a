package tidemark.sync;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/// A test with two devices, both empty at first.
abstract class WithPair {
    @TempDir
    Path folder;

    Pair pair;
    Copy laptop;
    Copy desk;

    @BeforeEach
    final void makePair() {
        pair = new Pair(folder);
        laptop = pair.laptop;
        desk = pair.desk;
    }

    @AfterEach
    final void closePair() {
        pair.close();
    }
}
