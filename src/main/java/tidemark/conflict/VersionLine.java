package tidemark.conflict;

import java.io.StringWriter;
import java.util.ArrayList;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import tidemark.conflict.ConcurrentEdits.Author;
import tidemark.conflict.ConcurrentEdits.Side;
import tidemark.db.Json;
import tidemark.merge.TextPatch;
import tidemark.schema.Row;
import tidemark.schema.Value;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.ObjectWriteContext;

/// The form of a kept version in the set of a conflict: a JSON object in one line, the same for the same version on
/// every device.
///
/// Keys: `at`, `device` and `name` of the [Author]; `value`, the field's columns; `stood`, a hash of the value that the
/// record then had. A long text that differs little from the base is in `patch`, by column, as places, what they lose
/// and what they gain; `base` is then a hash of the base.
final class VersionLine {
    /// Texts shorter than this stand whole: people read them better.
    private static final int SHORT = 200;

    private final Row base;
    private final String baseHash;

    /// @param base the base of the conflict
    VersionLine(Row base) {
        this.base = base;
        this.baseHash = KeptVersion.hash(base);
    }

    String write(KeptVersion version) {
        var patches = patches(version.side().value());
        var text = new StringWriter();
        try (var json = Json.FACTORY.createGenerator(ObjectWriteContext.empty(), text)) {
            var author = version.side().author();
            json.writeStartObject();
            json.writeNumberProperty("at", author.at());
            json.writeStringProperty("device", author.id());
            json.writeStringProperty("name", author.name());
            json.writeStringProperty("stood", version.stood());
            json.writeName("value");
            Json.write(json, version.side().value().without(patches.keySet()));
            if (!patches.isEmpty()) {
                json.writeStringProperty("base", baseHash);
                json.writeObjectPropertyStart("patch");
                patches.forEach((column, patch) -> write(json, column, patch));
                json.writeEndObject();
            }
            json.writeEndObject();
        }
        return text.toString();
    }

    private Map<String, TextPatch> patches(Row value) {
        var patches = new TreeMap<String, TextPatch>();
        value.values().forEach((column, present) -> {
            var was = base.text(column, "");
            if (present instanceof Value.Text(var now) && was.length() > SHORT && now.length() > SHORT) {
                var patch = TextPatch.byLines(was, now);
                if (patch.size() < now.length() / 2) {
                    patches.put(column, patch);
                }
            }
        });
        return patches;
    }

    private static void write(JsonGenerator json, String column, TextPatch patch) {
        json.writeArrayPropertyStart(column);
        patch.splices().forEach(splice -> {
            json.writeStartArray();
            json.writeNumber(splice.at());
            json.writeString(splice.removed());
            json.writeString(splice.added());
            json.writeEndArray();
        });
        json.writeEndArray();
    }

    /// The version in this line; empty where it is none, or patches another base.
    Optional<KeptVersion> read(String line) {
        try (var parser = Json.FACTORY.createParser(ObjectReadContext.empty(), line)) {
            return parser.nextToken() == JsonToken.START_OBJECT ? read(parser) : Optional.empty();
        } catch (JacksonException | IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    private Optional<KeptVersion> read(JsonParser parser) {
        var texts = new TreeMap<String, String>();
        Optional<Row> value = Optional.empty();
        var patches = new TreeMap<String, TextPatch>();
        long at = 0;
        while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
            var name = parser.currentName();
            var token = parser.nextToken();
            switch (name) {
                case "at" -> at = parser.getLongValue();
                case "value" -> value = Optional.of(Json.row(parser));
                case "patch" -> patches.putAll(patches(parser));
                default -> {
                    if (token.isScalarValue()) {
                        texts.put(name, parser.getString());
                    }
                    parser.skipChildren();
                }
            }
        }
        var author = new Author(texts.getOrDefault("device", ""), texts.getOrDefault("name", ""), at);
        var stood = texts.getOrDefault("stood", "");
        var isOfBase = patches.isEmpty() || baseHash.equals(texts.get("base"));
        return isOfBase && parser.currentToken() == JsonToken.END_OBJECT
                ? value.flatMap(given -> patched(given, patches))
                        .map(whole -> new KeptVersion(new Side(whole, author), stood))
                : Optional.empty();
    }

    private static Map<String, TextPatch> patches(JsonParser parser) {
        if (parser.currentToken() != JsonToken.START_OBJECT) {
            throw new IllegalArgumentException("no patches by column");
        }
        var patches = new TreeMap<String, TextPatch>();
        while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
            var column = parser.currentName();
            var splices = new ArrayList<TextPatch.Splice>();
            parser.nextToken();
            while (parser.nextToken() == JsonToken.START_ARRAY) {
                parser.nextToken();
                var at = parser.getIntValue();
                parser.nextToken();
                var removed = parser.getString();
                parser.nextToken();
                splices.add(new TextPatch.Splice(at, removed, parser.getString()));
                parser.nextToken();
            }
            patches.put(column, new TextPatch(splices));
        }
        return patches;
    }

    private Optional<Row> patched(Row value, Map<String, TextPatch> patches) {
        var whole = value;
        for (var patch : patches.entrySet()) {
            var text = patch.getValue().apply(base.text(patch.getKey(), ""));
            if (text.isEmpty()) {
                return Optional.empty();
            }
            whole = whole.with(patch.getKey(), text.map(Value::of));
        }
        return Optional.of(whole);
    }
}
