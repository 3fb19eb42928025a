package tidemark.remote.folder;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Path;

/// A disk without hard links, such as FAT or exFAT.
final class LinklessDisk extends ForwardingDisk {
    LinklessDisk(Disk inner) {
        super(inner);
    }

    LinklessDisk() {
        this(new SystemDisk());
    }

    /// A disk that supports this way of creating objects, and no better one.
    static Disk bearing(CreateMethod method, Disk disk) {
        return switch (method) {
            case LINK -> disk;
            case RENAME -> new LinklessDisk(disk);
        };
    }

    @Override
    public void link(Path name, Path existing) throws IOException {
        throw new FileSystemException(name.toString(), existing.toString(), "Operation not permitted");
    }
}
