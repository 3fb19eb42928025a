package tidemark.schema;

/// The name of one record in the library: its table and its id.
public record RecordId(String table, String id) implements Comparable<RecordId> {
    @Override
    public int compareTo(RecordId other) {
        var byTable = table.compareTo(other.table);
        return byTable != 0 ? byTable : id.compareTo(other.id);
    }

    @Override
    public String toString() {
        return table + "/" + id;
    }
}
