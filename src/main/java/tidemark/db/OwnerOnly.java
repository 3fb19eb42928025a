package tidemark.db;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.AclEntry;
import java.nio.file.attribute.AclEntryFlag;
import java.nio.file.attribute.AclEntryPermission;
import java.nio.file.attribute.AclEntryType;
import java.nio.file.attribute.AclFileAttributeView;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Files and folders that belong to their owner alone: no other user of the computer may list, read or write them.
///
/// They are created so, and not narrowed afterwards, where the system takes permissions at creation.
public final class OwnerOnly {
    private static final Set<PosixFilePermission> FILE = PosixFilePermissions.fromString("rw-------");
    private static final Set<PosixFilePermission> FOLDER = PosixFilePermissions.fromString("rwx------");

    private OwnerOnly() {}

    /// Creates the folder for its owner alone, and its parents as usual; one that exists stays as it is.
    public static Path folder(Path folder) throws IOException {
        if (Files.isDirectory(folder)) {
            return folder;
        }
        var parent = folder.toAbsolutePath().getParent();
        if (parent != null) {
            Files.createDirectories(parent);
        }
        try {
            Files.createDirectory(folder, permissions(folder, FOLDER));
            narrow(folder);
        } catch (FileAlreadyExistsException e) {
            if (!Files.isDirectory(folder)) {
                throw e;
            }
        }
        return folder;
    }

    /// Creates an empty file; one that exists stays as it is, and is not even opened.
    public static Path file(Path file) throws IOException {
        if (Files.exists(file)) {
            return file;
        }
        try {
            Files.createFile(file, permissions(file, FILE));
            narrow(file);
        } catch (FileAlreadyExistsException _) {
            // another process made it meanwhile
        }
        return file;
    }

    /// Creates or replaces the file, and returns a stream that writes it.
    public static OutputStream write(Path file) throws IOException {
        Files.deleteIfExists(file);
        return Files.newOutputStream(file(file));
    }

    /// Copies a file, whoever may read that; another one in the copy's place is replaced.
    public static Path copy(Path from, Path to) throws IOException {
        try (var out = write(to)) {
            Files.copy(from, out);
        }
        return to;
    }

    /// Takes from everybody but the owner what they may do with this file or folder, and returns whether that was
    /// anything. What the owner may do stays.
    public static boolean narrow(Path path) throws IOException {
        var posix = Files.getFileAttributeView(path, PosixFileAttributeView.class);
        if (posix != null) {
            return narrow(posix);
        }
        var acl = Files.getFileAttributeView(path, AclFileAttributeView.class);
        return acl != null && narrow(acl, Files.isDirectory(path));
    }

    private static boolean narrow(PosixFileAttributeView view) throws IOException {
        var narrowed = EnumSet.noneOf(PosixFilePermission.class);
        narrowed.addAll(view.readAttributes().permissions());
        var isWider = narrowed.retainAll(FOLDER);
        if (isWider) {
            view.setPermissions(narrowed);
        }
        return isWider;
    }

    /// Windows: one entry for the owner instead of the inherited ones. What is created in the folder later inherits it.
    private static boolean narrow(AclFileAttributeView view, boolean isFolder) throws IOException {
        var owner = view.getOwner();
        if (view.getAcl().stream().allMatch(entry -> entry.principal().equals(owner))) {
            return false;
        }
        var flags = isFolder
                ? EnumSet.of(AclEntryFlag.FILE_INHERIT, AclEntryFlag.DIRECTORY_INHERIT)
                : EnumSet.noneOf(AclEntryFlag.class);
        view.setAcl(List.of(AclEntry.newBuilder()
                .setType(AclEntryType.ALLOW)
                .setPrincipal(owner)
                .setPermissions(EnumSet.allOf(AclEntryPermission.class))
                .setFlags(flags)
                .build()));
        return true;
    }

    private static FileAttribute<?>[] permissions(Path path, Set<PosixFilePermission> wanted) {
        return Optional.of(path)
                .filter(at -> at.getFileSystem().supportedFileAttributeViews().contains("posix"))
                .<FileAttribute<?>[]>map(_ -> new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(wanted)})
                .orElseGet(() -> new FileAttribute<?>[0]);
    }
}
