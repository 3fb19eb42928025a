package tidemark.cli;

import java.util.Map;
import java.util.stream.Collectors;

/// The counts of rows in words.
final class RowCounts {
    private static final Map<String, String> ONE = Map.of("project_label", "label on a project");
    private static final Map<String, String> MANY = Map.of("project_label", "labels on projects");

    private RowCounts() {}

    /// These counts of rows by table, such as "2 notes and 1 project"; "nothing" where there are none.
    static String words(Map<String, Long> rows) {
        var words = rows.entrySet().stream()
                .filter(table -> table.getValue() > 0)
                .map(table -> "%,d %s".formatted(table.getValue(), noun(table.getKey(), table.getValue())))
                .sorted()
                .collect(Collectors.joining(", "));
        return words.isEmpty() ? "nothing" : words;
    }

    private static String noun(String table, long count) {
        return count == 1 ? ONE.getOrDefault(table, table) : MANY.getOrDefault(table, table + "s");
    }
}
