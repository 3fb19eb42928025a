package tidemark.remote.folder;

import java.io.IOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import tidemark.remote.Body;
import tidemark.remote.Transfer;

/// The disk as the operating system offers it.
final class SystemDisk implements Disk {
    private static final boolean FOLDERS_CAN_BE_FORCED =
            !System.getProperty("os.name", "").startsWith("Windows");

    @Override
    public void write(Path file, Body body) throws IOException {
        try (var channel = FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            Transfer.send(body, Channels.newOutputStream(channel));
        }
    }

    @Override
    public void writeAfter(Path file, long kept, Body body) throws IOException {
        try (var channel = FileChannel.open(file, StandardOpenOption.WRITE, LinkOption.NOFOLLOW_LINKS)) {
            channel.truncate(kept).position(kept);
            Transfer.send(body, Channels.newOutputStream(channel));
        }
    }

    @Override
    public void sync(Path file) throws IOException {
        try (var channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            channel.force(true);
        }
    }

    @Override
    public void link(Path name, Path existing) throws IOException {
        Files.createLink(name, existing);
    }

    @Override
    public void rename(Path from, Path to) throws IOException {
        Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
    }

    @Override
    public void makeFolder(Path folder) throws IOException {
        Files.createDirectory(folder);
    }

    @Override
    public void delete(Path path) throws IOException {
        Files.delete(path);
    }

    /// Forces the folder that holds `path`. Windows cannot open a folder for this, and writes names through its journal
    /// by itself.
    @Override
    public void force(Path path) throws IOException {
        var folder = path.getParent();
        if (FOLDERS_CAN_BE_FORCED && folder != null) {
            try (var channel = FileChannel.open(folder, StandardOpenOption.READ)) {
                channel.force(true);
            }
        }
    }
}
