package tidemark.files;

import java.sql.SQLException;
import java.util.TreeMap;
import java.util.regex.Pattern;
import tidemark.db.Database;
import tidemark.db.Sql;

/// A content that rows name.
///
/// @param size in bytes, as the rows say; 0 where they do not
/// @param name of a file that has it; empty where only a conflict names it, or nothing does
/// @param isWaiting whether this device has it and still has to send it
record NamedContent(ContentHash hash, long size, String name, boolean isWaiting) {
    private static final Pattern HASH = Pattern.compile("(?<![0-9a-f])[0-9a-f]{64}(?![0-9a-f])");

    private static final String BY_FILES = """
            SELECT file.sha256, max(ifnull(file.size, 0)), min(name), ifnull(max(here = 1 AND sent = 0), 0)
            FROM file LEFT JOIN content ON content.sha256 = file.sha256
            WHERE length(file.sha256) = 64 GROUP BY file.sha256""";

    private static final String BY_CONFLICTS = """
            SELECT ifnull(mine, '') || ' ' || ifnull(theirs, '') || ' ' || ifnull(all_versions, '')
            FROM conflict WHERE tbl = 'file'""";

    private static final String WAITING = "SELECT 1 FROM content WHERE sha256 = ? AND here = 1 AND sent = 0";

    /// A content that no row names.
    static NamedContent unknown(ContentHash hash) {
        return new NamedContent(hash, 0, "", false);
    }

    /// The contents that files name, those in the trash too, or open conflicts.
    static TreeMap<ContentHash, NamedContent> all(Database database) {
        return database.read(NamedContent::all);
    }

    private static TreeMap<ContentHash, NamedContent> all(Sql sql) throws SQLException {
        var all = new TreeMap<ContentHash, NamedContent>();
        sql.each(BY_FILES, row -> {
            var size = Math.max(0, row.getLong(2));
            var name = row.getString(3);
            var isWaiting = row.getBoolean(4);
            ContentHash.of(row.getString(1))
                    .ifPresent(hash -> all.put(hash, new NamedContent(hash, size, name, isWaiting)));
        });
        for (var versions : sql.list(BY_CONFLICTS, row -> row.getString(1))) {
            for (var found : HASH.matcher(versions).results().toList()) {
                var hash = new ContentHash(found.group());
                var isWaiting = sql.exists(WAITING, hash.text());
                all.putIfAbsent(hash, new NamedContent(hash, 0, "", isWaiting));
            }
        }
        return all;
    }

    /// Its name for people.
    String inWords() {
        return name.isEmpty() ? hash.objectName().value() : "“" + new FileName(name).shown() + "”";
    }
}
