package tidemark.sync.format;

import tidemark.remote.ObjectName;

/// The names of objects on the remote, besides those of batches.
public final class Layout {
    /// The manifest.
    public static final ObjectName LIBRARY = new ObjectName("library.json");
    /// A text for people who open the folder or bucket with other tools.
    public static final ObjectName README = new ObjectName("README.txt");
    /// The checkpoint.
    public static final ObjectName CHECKPOINT = new ObjectName("database.sqlite");
    /// The version of the checkpoint, a hint.
    public static final ObjectName VERSION = new ObjectName("version.txt");

    /// The content of [#README].
    public static final String README_TEXT = """
            This is a Tidemark library: projects, notes, files and labels, kept the same on several computers.
            Tidemark reads and writes it; you can read it without Tidemark.

            library.json        which library this is
            database.sqlite     a recent copy of everything, a plain SQLite file
            version.txt         the number of the last change in that copy
            changes/            every change since, one gzipped JSON file each, numbered without gaps
                                (changes/000000000/043.json.gz is number 43); each names the values it replaced,
                                a long text as [place, removed, added] with places counted in Unicode code points
            checkpoints/        where the changes before a number were emptied: a copy of everything at that number
            files/              attachments, named by their SHA-256
            devices/            which computers take part (a hint)

            Do not rename, change or delete anything under changes/ or library.json: the other computers would
            notice, stop, and ask you what to do.
            """;

    private Layout() {}

    /// The hint of this device.
    public static ObjectName device(Device device) {
        return new ObjectName("devices/" + device.id() + ".json");
    }
}
