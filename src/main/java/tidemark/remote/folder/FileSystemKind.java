package tidemark.remote.folder;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Set;

/// The kind of a path's file system by where its files really are, as far as its type tells.
enum FileSystemKind {
    /// A file system on this computer.
    LOCAL,
    /// A file system of another computer, shared over the network.
    NETWORK,
    /// Cloud storage that is shown as if it were a disk.
    CLOUD_MOUNT;

    private static final Set<String> NETWORK_TYPES = Set.of(
            "nfs",
            "nfs3",
            "nfs4",
            "cifs",
            "smb",
            "smb2",
            "smb3",
            "smbfs",
            "afpfs",
            "afs",
            "9p",
            "ceph",
            "glusterfs",
            "lustre",
            "beegfs",
            "ncpfs",
            "webdav",
            "davfs",
            "sshfs",
            "macfuse",
            "osxfuse",
            "prl_fs",
            "vboxsf",
            "virtiofs");
    private static final Set<String> CLOUD_TYPES =
            Set.of("rclone", "s3fs", "gcsfuse", "onedriver", "google-drive-ocamlfuse", "goofys", "mount-s3");

    /// The kind of the nearest existing folder around `path`; local where that cannot be found out.
    static FileSystemKind of(Path path) {
        var real = SyncedFolder.nearestExisting(path.toAbsolutePath().normalize());
        if (real.toString().startsWith("\\\\")) {
            return NETWORK;
        }
        try {
            return ofType(Files.getFileStore(real).type());
        } catch (IOException _) {
            return LOCAL;
        }
    }

    /// The kind of a type as the system names it, such as `nfs4` or `fuse.sshfs`.
    static FileSystemKind ofType(String type) {
        var name = type.toLowerCase(Locale.ROOT).replaceFirst("^fuse\\.", "");
        if (CLOUD_TYPES.contains(name)) {
            return CLOUD_MOUNT;
        }
        return NETWORK_TYPES.contains(name) ? NETWORK : LOCAL;
    }
}
