package tidemark.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// The report of all figures, as a table for people and as JSON for programs; written again after each, so that a
/// stopped run is not wasted.
final class Report {
    private static final JsonMapper JSON = new JsonMapper();

    private final Path folder;
    private final Instant started;
    private final List<Figure> figures = new ArrayList<>();

    Report(Path folder, Instant begun) {
        this.folder = folder;
        this.started = begun.truncatedTo(ChronoUnit.SECONDS);
    }

    void add(Figure figure) throws IOException {
        figures.add(figure);
        Files.createDirectories(folder);
        Files.writeString(folder.resolve("bench.md"), markdown());
        Files.writeString(folder.resolve("bench.json"), json());
    }

    private static String computer() {
        return "%s, Java %s, %d processors, heap up to %,d MB"
                .formatted(
                        System.getProperty("os.name") + " " + System.getProperty("os.arch"),
                        Runtime.version(),
                        Runtime.getRuntime().availableProcessors(),
                        Runtime.getRuntime().maxMemory() >> 20);
    }

    String markdown() {
        var lines = new ArrayList<String>();
        lines.add("Measured " + started + " on " + computer() + ".");
        lines.add("");
        lines.add("| scenario | projects | measured | goal |");
        lines.add("|---|---:|---|---|");
        figures.forEach(figure -> lines.add(figure.markdown()));
        return String.join("\n", lines) + "\n";
    }

    private String json() {
        var root = JSON.createObjectNode().put("begun", started.toString()).put("computer", computer());
        var list = root.putArray("figures");
        figures.forEach(figure -> put(list.addObject(), figure));
        return root.toPrettyString() + "\n";
    }

    private static void put(ObjectNode node, Figure figure) {
        node.put("scenario", figure.scenario())
                .put("projects", figure.projects())
                .put("asPromised", figure.isAsPromised());
        var measures = node.putArray("measures");
        for (var measure : figure.measures()) {
            measures.addObject()
                    .put("what", measure.what())
                    .put("value", measure.value())
                    .put("unit", measure.unit());
        }
        var goals = node.putArray("goals");
        for (var goal : figure.goals()) {
            goals.addObject().put("what", goal.what()).put("most", goal.most()).put("unit", goal.unit());
        }
    }
}
