package tidemark.db;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.SequencedMap;
import tidemark.schema.Value;

/// Statements on a borrowed connection: text, bound arguments, mapped rows.
///
/// Arguments may be text, whole numbers, byte arrays, a [Value], or an `Optional` of these, whose absence is NULL.
/// The statements used last are kept prepared.
public final class Sql implements AutoCloseable {
    /// A function from the row that the result set is at to a value.
    @FunctionalInterface
    public interface Mapper<T> {
        /// The row as a value; never null.
        T map(ResultSet row) throws SQLException;
    }

    /// A consumer of the rows of a result, one by one.
    @FunctionalInterface
    public interface Visitor {
        /// Reads the row that the result set is at.
        void visit(ResultSet row) throws SQLException;
    }

    @FunctionalInterface
    private interface Use<T> {
        T of(PreparedStatement statement) throws SQLException;
    }

    private static final int MOST_PREPARED = 200;

    private final Connection connection;

    // Least recently used first.
    private final SequencedMap<String, PreparedStatement> prepared = new LinkedHashMap<>();

    Sql(Connection connection) {
        this.connection = connection;
    }

    /// All rows of the result.
    public <T> List<T> list(String sql, Mapper<T> mapper, Object... arguments) throws SQLException {
        var rows = new ArrayList<T>();
        each(sql, row -> rows.add(mapper.map(row)), arguments);
        return rows;
    }

    /// Passes each row to `visitor` as it is read; memory does not grow with the result.
    public void each(String sql, Visitor visitor, Object... arguments) throws SQLException {
        query(
                sql,
                rows -> {
                    while (rows.next()) {
                        visitor.visit(rows);
                    }
                    return true;
                },
                arguments);
    }

    /// The first row of the result, if there is one.
    public <T> Optional<T> first(String sql, Mapper<T> mapper, Object... arguments) throws SQLException {
        return query(sql, rows -> rows.next() ? Optional.of(mapper.map(rows)) : Optional.empty(), arguments);
    }

    /// The number in the first column of the first row; empty where there is no row, or NULL.
    public OptionalLong number(String sql, Object... arguments) throws SQLException {
        return query(sql, Sql::number, arguments);
    }

    private static OptionalLong number(ResultSet rows) throws SQLException {
        if (!rows.next()) {
            return OptionalLong.empty();
        }
        var number = rows.getLong(1);
        return rows.wasNull() ? OptionalLong.empty() : OptionalLong.of(number);
    }

    /// The text in the first column of the first row; empty where there is no row, or NULL.
    public Optional<String> text(String sql, Object... arguments) throws SQLException {
        return query(sql, rows -> rows.next() ? Optional.ofNullable(rows.getString(1)) : Optional.empty(), arguments);
    }

    /// Whether the result has a row.
    public boolean exists(String sql, Object... arguments) throws SQLException {
        return query(sql, ResultSet::next, arguments);
    }

    /// Runs a statement that changes rows and returns how many it changed.
    public int update(String sql, Object... arguments) throws SQLException {
        return with(sql, PreparedStatement::executeUpdate, arguments);
    }

    /// Runs a statement that is not worth keeping prepared, such as DDL or a pragma.
    public void run(String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private <T> T query(String sql, Mapper<T> reading, Object... arguments) throws SQLException {
        return with(
                sql,
                statement -> {
                    try (var rows = statement.executeQuery()) {
                        return reading.map(rows);
                    }
                },
                arguments);
    }

    /// Runs a statement. While in use it is not among the prepared ones, so that the same text may be run again while
    /// its rows are being read. The driver closes a statement that fails, so such a one is not put back.
    private <T> T with(String sql, Use<T> use, Object... arguments) throws SQLException {
        var kept = prepared.remove(sql);
        var statement = kept != null ? kept : prepare(sql, arguments.length);
        try {
            for (int i = 0; i < arguments.length; i++) {
                bind(statement, i + 1, arguments[i]);
            }
            var result = use.of(statement);
            keep(sql, statement);
            return result;
        } catch (SQLException | RuntimeException | Error e) {
            statement.close();
            throw e;
        }
    }

    /// Prepares a statement and checks the number of its arguments: SQLite would take a missing one for NULL.
    /// Explaining a statement needs none.
    private PreparedStatement prepare(String sql, int arguments) throws SQLException {
        var statement = connection.prepareStatement(sql);
        var expected = statement.getParameterMetaData().getParameterCount();
        if (expected != arguments && !sql.startsWith("EXPLAIN")) {
            statement.close();
            throw new IllegalArgumentException(expected + " arguments wanted, " + arguments + " given: " + sql);
        }
        return statement;
    }

    /// Keeps the statement prepared without its arguments, which may be large, and must not be used again by mistake.
    private void keep(String sql, PreparedStatement statement) throws SQLException {
        statement.clearParameters();
        var other = prepared.put(sql, statement);
        if (other != null) {
            other.close();
        }
        if (prepared.size() > MOST_PREPARED) {
            prepared.pollFirstEntry().getValue().close();
        }
    }

    /// The number of statements that are kept prepared.
    int prepared() {
        return prepared.size();
    }

    private static void bind(PreparedStatement statement, int index, Object argument) throws SQLException {
        switch (argument) {
            case Optional<?> optional when optional.isPresent() -> bind(statement, index, optional.get());
            case Optional<?> _ -> statement.setObject(index, null);
            case Value.Text(var text) -> statement.setString(index, text);
            case Value.Whole(var number) -> statement.setLong(index, number);
            case byte[] bytes -> statement.setBytes(index, bytes);
            case String text -> statement.setString(index, text);
            case Long number -> statement.setLong(index, number);
            case Integer number -> statement.setLong(index, number);
            default -> throw new IllegalArgumentException("cannot bind a " + argument.getClass());
        }
    }

    @Override
    public void close() throws SQLException {
        for (var statement : prepared.values()) {
            statement.close();
        }
        prepared.clear();
    }
}
