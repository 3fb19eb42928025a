package tidemark.remote.folder;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.UserDefinedFileAttributeView;
import java.util.Locale;

/// A program that copies a folder between computers by itself, and the marks by which such a folder is known.
enum SyncProgram {
    /// Marked by a file `.dropbox`; the folder `~/.dropbox` holds settings and marks nothing.
    DROPBOX("Dropbox") {
        @Override
        boolean marks(Path folder) {
            return isFile(folder, ".dropbox") || isFolder(folder, ".dropbox.cache");
        }
    },
    /// Marked by a hidden file of a fixed name, or by the folder's own name, which at work ends in the organisation's.
    ONEDRIVE("OneDrive") {
        @Override
        boolean marks(Path folder) {
            return isThere(folder, ".849C9593-D756-4E56-8D6E-42412F2A707B")
                    || nameOf(folder).equals("onedrive")
                    || nameOf(folder).startsWith("onedrive - ");
        }
    },
    /// Marked by its place on macOS and Windows, and by an attribute that macOS gives to `Desktop` and `Documents` when
    /// those are shared too.
    ICLOUD("iCloud Drive") {
        @Override
        boolean marks(Path folder) {
            return folder.endsWith(Path.of("Library", "Mobile Documents"))
                    || nameOf(folder).equals("iclouddrive")
                    || hasAttribute(folder, "com.apple.icloud.desktop");
        }
    },
    /// Marked by folders for files on their way up and down.
    GOOGLE_DRIVE("Google Drive") {
        @Override
        boolean marks(Path folder) {
            return isFolder(folder, ".tmp.drivedownload")
                    || isFolder(folder, ".tmp.driveupload")
                    || isFolder(folder, ".shortcut-targets-by-id");
        }
    },
    /// Marked by its marker folder, which it refuses to work without, or by that of old versions.
    SYNCTHING("Syncthing") {
        @Override
        boolean marks(Path folder) {
            return isThere(folder, ".stfolder") || isFolder(folder, ".stversions");
        }
    },
    /// Marked by a journal in SQLite, which had different names over the years, or by a log.
    NEXTCLOUD("Nextcloud or ownCloud") {
        @Override
        boolean marks(Path folder) {
            return isFile(folder, ".nextcloudsync.log")
                    || isFile(folder, ".owncloudsync.log")
                    || isFile(folder, ".csync_journal.db")
                    || matches(folder, "{.sync_,._sync_}*.db");
        }
    },
    /// Marked by a hidden folder with the share's identity.
    RESILIO("Resilio Sync") {
        @Override
        boolean marks(Path folder) {
            return isFile(folder, ".sync/ID");
        }
    },
    /// The place where macOS shows the files of any provider: Box, Dropbox, Google Drive, OneDrive, Proton Drive …
    CLOUD_STORAGE("a cloud storage program") {
        @Override
        boolean marks(Path folder) {
            return folder.endsWith(Path.of("Library", "CloudStorage"))
                    || hasAttribute(folder, "com.apple.file-provider-domain-id");
        }
    };

    private final String title;

    SyncProgram(String title) {
        this.title = title;
    }

    /// Whether this very folder, not one around it, has the program's mark.
    abstract boolean marks(Path folder);

    /// The program's name as people know it.
    final String title() {
        return title;
    }

    private static boolean isThere(Path folder, String name) {
        return Files.exists(folder.resolve(name));
    }

    private static boolean isFile(Path folder, String name) {
        return Files.isRegularFile(folder.resolve(name));
    }

    private static boolean isFolder(Path folder, String name) {
        return Files.isDirectory(folder.resolve(name));
    }

    private static boolean matches(Path folder, String glob) {
        try (var found = Files.newDirectoryStream(folder, glob)) {
            return found.iterator().hasNext();
        } catch (IOException _) {
            return false;
        }
    }

    private static boolean hasAttribute(Path folder, String name) {
        var view = Files.getFileAttributeView(folder, UserDefinedFileAttributeView.class);
        try {
            return view != null && view.list().contains(name);
        } catch (IOException _) {
            return false;
        }
    }

    private static String nameOf(Path folder) {
        var name = folder.getFileName();
        return name == null ? "" : name.toString().toLowerCase(Locale.ROOT);
    }
}
