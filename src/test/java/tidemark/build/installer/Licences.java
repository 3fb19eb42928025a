package tidemark.build.installer;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The licences of everything the program is made of, and their texts.
final class Licences {
    private static final Path TEXTS = Path.of("installer/licences");

    private Licences() {}

    /// The document of licences, from a bill of materials in CycloneDX's format.
    static String of(Path bill) throws IOException {
        var components = new TreeMap<String, List<String>>();
        for (var component : new JsonMapper().readTree(Files.readString(bill)).get("components")) {
            var name = component.get("name").asString() + " "
                    + component.get("version").asString();
            components.put(name, licences(name, component));
        }
        var text =
                new StringBuilder("Tidemark is made with these works of others, and with OpenJDK, whose licence stands"
                        + " in the folder legal beside it.\n\n");
        components.forEach((name, ids) ->
                text.append(name).append(": ").append(String.join(" or ", ids)).append('\n'));
        for (var id :
                new TreeSet<>(components.values().stream().map(List::getFirst).toList())) {
            text.append("\n\n==== ").append(id).append(" ====\n\n").append(text(id));
        }
        return text.toString();
    }

    private static List<String> licences(String name, JsonNode component) {
        var ids = new ArrayList<String>();
        for (var each : component.path("licenses")) {
            var licence = each.path("license");
            ids.add(licence.path("id").asString(licence.path("name").asString("")));
        }
        ids.replaceAll(id -> id.equals("BSD-3") ? "BSD-3-Clause" : id);
        // Of several licences, the free one is taken.
        ids.sort((one, other) -> Boolean.compare(one.startsWith("LGPL"), other.startsWith("LGPL")));
        if (ids.isEmpty()) {
            throw new IllegalStateException(name + " names no licence");
        }
        return ids;
    }

    private static String text(String id) throws IOException {
        var file = TEXTS.resolve(id + ".txt");
        if (!Files.exists(file)) {
            throw new IllegalStateException("the text of the licence " + id + " is missing: " + file);
        }
        return Files.readString(file);
    }
}
