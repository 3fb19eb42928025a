package tidemark.files;

import java.sql.SQLException;
import tidemark.db.Database;
import tidemark.db.Sql;
import tidemark.files.Content.Obstacle;
import tidemark.files.TransferStatus.Amount;

/// The contents that wait to be moved, as the tables say, whoever moves them.
///
/// @param toSend contents that rows name and that are here and not on the remote yet
/// @param toFetch contents that this device will fetch by itself
/// @param here contents that are on this device
/// @param missing contents that rows name and the remote does not have
/// @param damaged contents that the remote has damaged
public record TransferCounts(Amount toSend, Amount toFetch, Amount here, long missing, long damaged) {
    /// The counts at this moment.
    public static TransferCounts of(Database database, TransferSettings settings) {
        return database.read(sql -> new TransferCounts(
                amount(sql, TransferQueue.UNSENT),
                toFetch(sql, settings.fetch().largest()),
                amount(sql, "content WHERE here = 1"),
                stopped(sql, Obstacle.MISSING),
                stopped(sql, Obstacle.DAMAGED)));
    }

    private static Amount toFetch(Sql sql, long largest) throws SQLException {
        var wanted = amount(sql, TransferQueue.WANTED);
        var ahead = amount(sql, TransferQueue.AHEAD, largest, largest);
        return new Amount(wanted.count() + ahead.count(), wanted.bytes() + ahead.bytes());
    }

    private static Amount amount(Sql sql, String from, Object... arguments) throws SQLException {
        return sql.first(
                        "SELECT count(*), sum(size) FROM " + from,
                        row -> new Amount(row.getLong(1), row.getLong(2)),
                        arguments)
                .orElse(Amount.NONE);
    }

    private static long stopped(Sql sql, Obstacle obstacle) throws SQLException {
        return sql.number(
                        "SELECT count(*) FROM content WHERE here = 0 AND problem = ? AND EXISTS"
                                + " (SELECT 1 FROM file WHERE file.sha256 = content.sha256)",
                        obstacle.name())
                .orElse(0);
    }
}
