package tidemark.fleet;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import tidemark.db.Database;
import tidemark.sync.apply.UnknownFieldsAdoption;

/// Empty libraries of each program, made once and copied, which takes a fraction of the time.
final class Templates {
    /// The parts that only make a large library fast: four fifths of what SQLite reads when it opens one.
    private static final String FOR_SPEED = """
            SELECT type || ' ' || name FROM sqlite_schema
            WHERE (type = 'index' AND sql IS NOT NULL) OR (type = 'trigger' AND name LIKE '%_index_%')
              OR sql LIKE 'CREATE VIRTUAL%'""";

    /// One fleet in so many has all of these parts.
    private static final int WHOLE = 8;

    private final Map<Program, byte[]> whole = new EnumMap<>(Program.class);
    private final Map<Program, byte[]> slim = new EnumMap<>(Program.class);

    /// Templates with a defect.
    ///
    /// @param planted statements that are run in each
    Templates(List<String> planted) {
        for (var program : Program.values()) {
            whole.put(program, make(program, planted, ""));
            slim.put(program, make(program, planted, FOR_SPEED));
        }
    }

    private static byte[] make(Program program, List<String> planted, String dropped) {
        var folder = TempFolders.make();
        try {
            var file = folder.resolve("library.sqlite");
            try (var database = Database.open(file, settings(program))) {
                UnknownFieldsAdoption.run(database);
                database.change(sql -> {
                    for (var name :
                            dropped.isEmpty() ? List.<String>of() : sql.list(dropped, row -> row.getString(1))) {
                        sql.run("DROP " + name);
                    }
                    for (var statement : planted) {
                        sql.run(statement);
                    }
                    sql.update("UPDATE tx SET number = number + 1");
                });
            }
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            TempFolders.remove(folder);
        }
    }

    /// The templates for the fleet of this seed.
    Kind of(long seed) {
        return new Kind(seed % WHOLE == 0 ? whole : slim);
    }

    /// The empty libraries of one fleet.
    record Kind(Map<Program, byte[]> files) {
        void copyTo(Path file, Program program) {
            try {
                Files.write(file, files.getOrDefault(program, new byte[0]));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private static Database.Settings settings(Program program) {
        return new Database.Settings(program.schema(), program.migrations(), () -> Instant.EPOCH, () -> {});
    }
}
