package tidemark.db;

import java.util.ArrayList;
import java.util.List;

/// A script of SQL statements, each ended by a semicolon at the end of a line; a trigger's body by a line `END;`.
record Script(String text) {
    List<String> statements() {
        var statements = new ArrayList<String>();
        var current = new StringBuilder();
        for (var line : text.lines().filter(line -> !line.startsWith("--")).toList()) {
            current.append(line).append('\n');
            if (ends(current.toString(), line)) {
                statements.add(current.toString().strip());
                current.setLength(0);
            }
        }
        if (!current.toString().isBlank()) {
            throw new IllegalArgumentException("a statement does not end: " + current);
        }
        return statements;
    }

    private static boolean ends(String statement, String line) {
        return statement.stripLeading().startsWith("CREATE TRIGGER")
                ? line.strip().equals("END;")
                : line.endsWith(";");
    }
}
