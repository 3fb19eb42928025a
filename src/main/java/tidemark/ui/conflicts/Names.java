package tidemark.ui.conflicts;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import tidemark.library.Library;
import tidemark.library.records.CollectionId;
import tidemark.library.records.ProjectId;
import tidemark.schema.Row;

/// The names of the records that values refer to, by id. Reading them waits for the database.
public final class Names {
    private Names() {}

    /// The names of the collections and projects in these values, as far as they are there.
    public static Map<String, String> in(Library library, Stream<Row> values) {
        var names = new HashMap<String, String>();
        values.forEach(value -> {
            value.text("project")
                    .ifPresent(id -> library.projects()
                            .find(new ProjectId(id))
                            .ifPresent(found -> names.put(id, found.details().title())));
            value.text("collection")
                    .or(() -> value.text("parent"))
                    .ifPresent(id -> collection(library, id).ifPresent(name -> names.put(id, name)));
        });
        return names;
    }

    private static Optional<String> collection(Library library, String id) {
        return library.collections()
                .find(new CollectionId(id))
                .map(found -> found.details().name());
    }
}
