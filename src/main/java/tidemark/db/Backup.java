package tidemark.db;

import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// A copy of the library in its backups folder, named by its time and reason.
///
/// @param reason empty for the backup of a day
public record Backup(Path file, Instant at, Optional<String> reason) {
    static final String ENDING = ".sqlite";

    /// The reason of a backup that a person asked for.
    static final String REQUESTED = "on-request";

    /// The ending of a backup that is being written.
    static final String UNFINISHED = ".part";

    private static final Logger LOG = LoggerFactory.getLogger(Backup.class);

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);
    private static final Pattern NAME =
            Pattern.compile("(\\d{4}-\\d\\d-\\d\\dT\\d{6}Z)(?:-([a-z][a-z-]*))?(?:\\.\\d+)?\\.sqlite");

    /// The beginning of a backup's file name; backups made in the same second differ in their endings.
    static String name(Instant at, String reason) {
        return TIME.format(at) + (reason.isEmpty() ? "" : "-" + reason);
    }

    /// The backup in this file, if its name has the form that [#name] gives.
    static Optional<Backup> of(Path file) {
        var match = NAME.matcher(file.getFileName().toString());
        if (!match.matches()) {
            return Optional.empty();
        }
        try {
            var at = TIME.parse(match.group(1), Instant::from);
            return Optional.of(new Backup(file, at, Optional.ofNullable(match.group(2))));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /// Whether this file is a backup that was not finished.
    static boolean isUnfinished(Path file) {
        var name = file.getFileName().toString();
        return name.endsWith(UNFINISHED)
                && NAME.matcher(name.substring(0, name.length() - UNFINISHED.length()))
                        .matches();
    }

    /// Whether SQLite finds it undamaged: a disk may have damaged it since it was made.
    public boolean isSound() {
        try {
            return finding(file).equals("ok");
        } catch (DatabaseException e) {
            LOG.warn("{} cannot be used", file, e);
            return false;
        }
    }

    /// The result of SQLite's integrity check of a copy: `ok`, or the first thing that is wrong.
    public static String finding(Path copy) {
        return SqliteFile.read(copy, sql -> sql.text("PRAGMA integrity_check").orElse("nothing"));
    }

    /// Whether it is of a day or on request, and not from before a replacement.
    public boolean isRegular() {
        return reason.isEmpty() || isRequested();
    }

    /// Whether a person asked for it.
    public boolean isRequested() {
        return reason.equals(Optional.of(REQUESTED));
    }
}
