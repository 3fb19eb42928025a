package tidemark.library.markdown;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import tidemark.library.records.Ids;
import tidemark.library.records.Status;

/// The front matter of a Markdown text: the YAML between two lines of dashes at its beginning. The values that are
/// understood are taken out, the rest is kept.
///
/// @param kept the front matter that is kept, empty where all of it was understood
/// @param body the Markdown behind it
/// @param isBroken whether there is front matter that is no YAML, which was left in the text
record FrontMatter(
        Optional<String> title,
        List<String> labels,
        Optional<Status> status,
        Optional<LocalDate> due,
        String kept,
        String body,
        boolean isBroken) {
    private static final Pattern BLOCK = Pattern.compile(
            "\\A---[ \\t]*\\n(.{0,65536}?)^(?:---|\\.\\.\\.)[ \\t]*(?:\\n|\\z)", Pattern.DOTALL | Pattern.MULTILINE);
    private static final Pattern ENTRY = Pattern.compile("^(?=[^\\s#\\-\\]}][^:\\n]*:(?:\\s|$))", Pattern.MULTILINE);
    private static final LoadSettings SETTINGS = LoadSettings.builder()
            .setAllowDuplicateKeys(true)
            .setMaxAliasesForCollections(20)
            .setCodePointLimit(1 << 16)
            .build();

    /// The whole text without the values that were understood.
    String text() {
        return kept + body;
    }

    static FrontMatter of(String markdown) {
        var block = BLOCK.matcher(markdown);
        if (!block.find()) {
            return none(markdown, false);
        }
        return parse(block.group(1))
                .map(values -> understood(values, block.group(1), markdown.substring(block.end())))
                .orElseGet(() -> none(markdown, looksLikeYaml(block.group(1))));
    }

    private static FrontMatter none(String markdown, boolean broken) {
        return new FrontMatter(Optional.empty(), List.of(), Optional.empty(), Optional.empty(), "", markdown, broken);
    }

    /// Whether a block is YAML. A text can also begin with a horizontal rule, and have another one later.
    private static boolean looksLikeYaml(String block) {
        return ENTRY.matcher(block.stripLeading()).lookingAt();
    }

    /// The entries of the YAML; empty when it is invalid, or something other than entries.
    private static Optional<Map<String, Object>> parse(String yaml) {
        try {
            if (!(new Load(SETTINGS).loadFromString(yaml) instanceof Map<?, ?> map)) {
                return Optional.empty();
            }
            var values = new LinkedHashMap<String, Object>();
            map.forEach((key, value) -> values.put(String.valueOf(key), value == null ? "" : value));
            return Optional.of(values);
        } catch (YamlEngineException | StackOverflowError _) {
            return Optional.empty();
        }
    }

    private static FrontMatter understood(Map<String, Object> values, String yaml, String body) {
        var known = new ArrayList<String>();
        var title = take(values, known, "title").filter(text -> !text.isBlank()).map(Ids::collapsed);
        var status = take(values, known, "status").flatMap(Status::parse);
        var due = take(values, known, "due").flatMap(FrontMatter::day);
        known.removeIf(key -> (key.equals("title") && title.isEmpty())
                || (key.equals("status") && status.isEmpty())
                || (key.equals("due") && due.isEmpty()));
        var labels = new ArrayList<String>();
        for (var key : List.of("tags", "labels")) {
            names(values.get(key)).ifPresent(names -> {
                labels.addAll(names);
                known.add(key);
            });
        }
        return new FrontMatter(title, labels, status, due, rest(yaml, values, Set.copyOf(known)), body, false);
    }

    private static Optional<String> take(Map<String, Object> values, List<String> known, String key) {
        var value = values.get(key);
        if (value == null || value instanceof Map || value instanceof List) {
            return Optional.empty();
        }
        known.add(key);
        return Optional.of(String.valueOf(value));
    }

    /// The names in a YAML list, or in a text with commas or spaces between them.
    private static Optional<List<String>> names(@org.jspecify.annotations.Nullable Object value) {
        return switch (value) {
            case null -> Optional.empty();
            case List<?> list
            when list.stream().noneMatch(item -> item instanceof Map || item instanceof List) ->
                Optional.of(labels(list.stream().map(String::valueOf).toList()));
            case String text when text.contains(",") -> Optional.of(labels(List.of(text.split(",", -1))));
            case String text -> Optional.of(labels(List.of(text.split("\\s+", -1))));
            case Number number -> Optional.of(List.of(number.toString()));
            default -> Optional.empty();
        };
    }

    private static List<String> labels(List<String> names) {
        return names.stream()
                .map(name -> name.strip().replaceFirst("^#+", ""))
                .filter(name -> !Ids.normalised(name).isEmpty())
                .toList();
    }

    private static Optional<LocalDate> day(String text) {
        try {
            return Optional.of(LocalDate.parse(text.length() > 10 ? text.substring(0, 10) : text));
        } catch (DateTimeException _) {
            return Optional.empty();
        }
    }

    /// The front matter without the known entries; all of it where it cannot be taken apart by lines.
    private static String rest(String yaml, Map<String, Object> values, Set<String> known) {
        if (known.containsAll(values.keySet())) {
            return "";
        }
        var kept = new StringBuilder();
        for (var entry : ENTRY.split(yaml, -1)) {
            if (known.stream().noneMatch(key -> entry.startsWith(key + ":"))) {
                kept.append(entry);
            }
        }
        var wanted = new LinkedHashMap<>(values);
        wanted.keySet().removeAll(known);
        var rest = parse(kept.toString()).filter(wanted::equals).isPresent() ? kept.toString() : yaml;
        return "---\n" + rest + "---\n";
    }
}
