package tidemark.library.records;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;

/// A label that projects carry.
public record Label(LabelId id, String name, Colour colour) {
    /// The label whose id, name and colour are in the columns from index `first` on.
    public static Label of(ResultSet row, int first) throws SQLException {
        var id = new LabelId(row.getString(first));
        var name = Optional.ofNullable(row.getString(first + 1));
        return new Label(id, name.orElse(""), Colour.of(id, Optional.ofNullable(row.getString(first + 2))));
    }
}
