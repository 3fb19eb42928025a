package tidemark.bench;

import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import tidemark.db.Database;
import tidemark.db.Rows;
import tidemark.schema.RecordId;
import tidemark.schema.Row;
import tidemark.schema.Value;

/// The filling of an empty library with projects as a person might have them: a summary of a few sentences each, a note
/// for every second, one or two labels, in fifty collections. The same each time.
final class Fill {
    private static final int COLLECTIONS = 50;
    private static final int LABELS = 40;
    private static final int AT_ONCE = 5_000;
    private static final int LONG_NOTE = 200_000;
    private static final List<String> SYLLABLES =
            List.of("ri", "ver", "sam", "ple", "no", "te", "kit", "chen", "gar", "den", "mo", "ta", "lin", "os", "er");
    private static final List<String> STATES = List.of("idea", "active", "waiting", "done");

    private final Database database;
    private final int projects;
    private final Random random = new Random(11);
    private final List<String> words;

    Fill(Database database, int projects) {
        this.database = database;
        this.projects = projects;
        this.words = IntStream.range(0, 4_000).mapToObj(_ -> word()).toList();
    }

    private String word() {
        return IntStream.range(0, 1 + random.nextInt(3))
                .mapToObj(_ -> SYLLABLES.get(random.nextInt(SYLLABLES.size())))
                .collect(Collectors.joining());
    }

    /// A text in which few words are frequent and most are rare.
    private String text(int length) {
        return IntStream.range(0, length)
                .mapToObj(_ -> words.get((int) (words.size() * Math.pow(random.nextDouble(), 3))))
                .collect(Collectors.joining(" "));
    }

    /// Fills the library if it has no projects yet.
    void run() {
        if (projects == 0) {
            return;
        }
        database.change(sql -> {
            var rows = new Rows(sql, database.schema());
            for (int i = 0; i < COLLECTIONS; i++) {
                rows.insert(new RecordId("collection", "c" + i), row("name", "Collection " + i));
            }
            for (int i = 0; i < LABELS; i++) {
                rows.insert(new RecordId("label", "l" + i), row("name", "label" + i));
            }
        });
        for (int first = 0; first < projects; first += AT_ONCE) {
            var from = first;
            database.change(sql -> {
                var rows = new Rows(sql, database.schema());
                for (int i = from; i < Math.min(projects, from + AT_ONCE); i++) {
                    project(rows, i);
                }
            });
        }
        database.change(sql -> new Rows(sql, database.schema())
                .insert(new RecordId("note", "long"), row("project", id(0), "title", "Long", "body", longText())));
    }

    /// The id of a project by its number.
    static String id(int number) {
        return "01990000-0000-7000-8000-%012d".formatted(number);
    }

    private void project(Rows rows, int number) throws SQLException {
        var id = id(number);
        var row = row(
                        "title", text(4),
                        "summary", text(45),
                        "status", STATES.get(random.nextInt(STATES.size())),
                        "collection", "c" + random.nextInt(COLLECTIONS),
                        "position", "a" + number)
                .with("starred", Optional.of(Value.of(random.nextInt(20) == 0 ? 1 : 0)));
        rows.insert(new RecordId("project", id), row);
        if (number % 2 == 0) {
            rows.insert(
                    new RecordId("note", "n" + number),
                    row("project", id, "title", text(3), "body", text(120), "position", "a"));
        }
        for (var label = random.nextInt(LABELS / 2); label < LABELS; label += LABELS / 2 + random.nextInt(LABELS)) {
            rows.insert(new RecordId("project_label", id + ".l" + label), row("project", id, "label", "l" + label));
        }
    }

    private String longText() {
        var text = new StringBuilder();
        while (text.length() < LONG_NOTE) {
            text.append(text(10)).append('\n');
        }
        return text.toString();
    }

    private static Row row(String... fields) {
        var row = Row.EMPTY;
        for (int i = 0; i < fields.length; i += 2) {
            row = row.with(fields[i], Optional.of(Value.of(fields[i + 1])));
        }
        return row;
    }
}
