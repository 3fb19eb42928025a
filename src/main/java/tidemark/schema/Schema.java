package tidemark.schema;

import java.util.List;
import java.util.Optional;

/// The synced tables of one program version.
///
/// @param number raised with every table or column that is added
/// @param minReader the lowest number whose programs may apply what this one writes
public record Schema(int number, int minReader, List<Table> tables) {
    public Schema {
        tables = List.copyOf(tables);
    }

    /// The table of this name, if this program knows it.
    public Optional<Table> find(String name) {
        return tables.stream().filter(table -> table.name().equals(name)).findFirst();
    }

    /// The table of this name.
    ///
    /// @throws IllegalArgumentException when this program knows no such table
    public Table table(String name) {
        return find(name).orElseThrow(() -> new IllegalArgumentException("no synced table " + name));
    }
}
