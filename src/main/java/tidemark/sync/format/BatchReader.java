package tidemark.sync.format;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import tidemark.db.Json;
import tidemark.merge.TextPatch;
import tidemark.remote.ObjectName;
import tidemark.remote.RemoteException.UnreadableBatch;
import tidemark.schema.RecordId;
import tidemark.schema.Value;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;

/// Reads a batch from JSON that anyone may have written: every name, number and size is checked.
public final class BatchReader {
    private static final int LONGEST_DEVICE_NAME = 200;

    private static final Set<String> HEADER = Set.of(
            "commitId",
            "device",
            "deviceName",
            "time",
            "version",
            "previous",
            "schema",
            "minReader",
            "stateHash",
            "base");
    private static final Set<String> CHANGE = Set.of("table", "id", "op", "edited");

    private static final JsonFactory JSON = Json.FACTORY
            .rebuild()
            // What comes behind the batch belongs to its hash.
            .disable(StreamReadFeature.AUTO_CLOSE_SOURCE)
            .streamReadConstraints(Json.FACTORY
                    .streamReadConstraints()
                    .rebuild()
                    .maxStringLength(BatchLimits.RELEASED.text())
                    .build())
            .build();

    private final Map<String, String> header = new HashMap<>();
    private final BatchLimits limits;
    private long room;
    private List<Change> changes = List.of();

    private BatchReader(BatchLimits limits) {
        this.limits = limits;
        this.room = limits.room();
    }

    /// The batch in this JSON.
    ///
    /// @throws UpdateNeeded when only programs with a schema above `schema` may apply it
    public static Batch read(ObjectName object, InputStream json, int schema) throws UpdateNeeded {
        return read(object, json, schema, BatchLimits.RELEASED);
    }

    private static Batch read(ObjectName object, InputStream json, int schema, BatchLimits limits) throws UpdateNeeded {
        var reader = new BatchReader(limits);
        try (var parser = JSON.createParser(ObjectReadContext.empty(), json)) {
            return reader.batch(parser, schema);
        } catch (UpdateNeeded e) {
            readOn(object, json);
            throw e;
        } catch (JacksonException | IllegalArgumentException | DateTimeException e) {
            throw new UnreadableBatch(DamagedBatch.problem(object, "its JSON is not a batch: " + e.getMessage()), e);
        }
    }

    /// The batch in JSON that this copy made or applied itself: nobody else's program is asked whether it may be read.
    public static Batch readOwn(ObjectName object, InputStream json) {
        return readOwn(object, json, BatchLimits.RELEASED);
    }

    /// The batch in JSON that this copy made itself, which must keep to these limits.
    public static Batch readOwn(ObjectName object, InputStream json, BatchLimits limits) {
        try {
            return read(object, json, Integer.MAX_VALUE, limits);
        } catch (UpdateNeeded e) {
            throw new IllegalStateException("no schema number is above the highest", e);
        }
    }

    /// Reads to the end. A batch that asks for an update must be whole: one flipped bit makes another number of it, and
    /// gzip tells so at its end.
    private static void readOn(ObjectName object, InputStream json) {
        try {
            json.transferTo(OutputStream.nullOutputStream());
        } catch (IOException e) {
            throw new UnreadableBatch(DamagedBatch.problem(object, "it ends too early"), e);
        }
    }

    private Batch batch(JsonParser parser, int schema) throws UpdateNeeded {
        expect(parser.nextToken() == JsonToken.START_OBJECT, "no object");
        while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
            var name = parser.currentName();
            var token = parser.nextToken();
            if (name.equals("changes")) {
                checkReader(schema);
                expect(token == JsonToken.START_ARRAY, "changes is no array");
                changes = changes(parser);
            } else if (HEADER.contains(name) && token.isScalarValue()) {
                header.put(name, parser.getString());
            } else {
                parser.skipChildren();
            }
        }
        checkReader(schema);
        return new Batch(
                new CommitId(header("commitId")),
                new Device(id(header("device")), deviceName()),
                Instant.parse(header("time")),
                new Version(Long.parseLong(header("version"))),
                new Hash(header("previous")),
                Integer.parseInt(header("schema")),
                Integer.parseInt(header("minReader")),
                StateHash.parse(header("stateHash")),
                Optional.ofNullable(header.get("base")),
                changes);
    }

    private void checkReader(int schema) throws UpdateNeeded {
        var minReader = Integer.parseInt(header("minReader"));
        if (minReader > schema) {
            throw new UpdateNeeded(minReader);
        }
    }

    private String header(String name) {
        var value = header.get(name);
        if (value == null) {
            throw new IllegalArgumentException("no " + name);
        }
        return value;
    }

    private String deviceName() {
        var name = header("deviceName")
                .codePoints()
                .filter(point -> !Character.isISOControl(point))
                .limit(LONGEST_DEVICE_NAME)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append);
        return name.toString();
    }

    private List<Change> changes(JsonParser parser) {
        var list = new ArrayList<Change>();
        while (parser.nextToken() == JsonToken.START_OBJECT) {
            list.add(change(parser));
        }
        return list;
    }

    private Change change(JsonParser parser) {
        var texts = new HashMap<String, String>();
        var deltas = new TreeMap<String, Delta>();
        while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
            var name = parser.currentName();
            var token = parser.nextToken();
            if (name.equals("set")) {
                expect(token == JsonToken.START_OBJECT, "set is no object");
                deltas(parser, deltas);
            } else if (CHANGE.contains(name) && token.isScalarValue()) {
                texts.put(name, parser.getString());
            } else {
                parser.skipChildren();
            }
        }
        take(BatchLimits.PER_CHANGE);
        var record = new RecordId(name(texts.getOrDefault("table", "")), id(texts.getOrDefault("id", "")));
        return new Change(record, op(texts.getOrDefault("op", "")), time(texts.getOrDefault("edited", "")), deltas);
    }

    /// The time in this number of milliseconds; it is only shown, so that anything else is none.
    private static Optional<Instant> time(String text) {
        try {
            return Optional.of(Instant.ofEpochMilli(Long.parseLong(text)));
        } catch (NumberFormatException _) {
            return Optional.empty();
        }
    }

    private static Change.Op op(String name) {
        return switch (name) {
            case "insert" -> Change.Op.INSERT;
            case "update" -> Change.Op.UPDATE;
            case "delete" -> Change.Op.DELETE;
            default -> throw new IllegalArgumentException("unknown op " + name);
        };
    }

    private void deltas(JsonParser parser, Map<String, Delta> into) {
        while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
            var name = name(parser.currentName());
            take(BatchLimits.PER_FIELD);
            switch (parser.nextToken()) {
                case START_ARRAY -> into.put(name, whole(parser));
                case START_OBJECT -> into.put(name, patch(parser));
                default -> throw new IllegalArgumentException("neither values nor a patch for " + name);
            }
        }
    }

    private Delta whole(JsonParser parser) {
        parser.nextToken();
        var was = value(parser);
        parser.nextToken();
        var now = value(parser);
        expect(parser.nextToken() == JsonToken.END_ARRAY, "not two values");
        return new Delta.Whole(was, now);
    }

    private Optional<Value> value(JsonParser parser) {
        return switch (parser.currentToken()) {
            case VALUE_NULL -> Optional.empty();
            case VALUE_STRING -> Optional.of(Value.of(text(parser)));
            case VALUE_NUMBER_INT -> Optional.of(Value.of(parser.getLongValue()));
            default -> throw new IllegalArgumentException("neither text nor a whole number");
        };
    }

    private Delta patch(JsonParser parser) {
        Optional<Hash> was = Optional.empty();
        var splices = new ArrayList<TextPatch.Splice>();
        while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
            var name = parser.currentName();
            var token = parser.nextToken();
            switch (name) {
                case "was" -> was = Optional.of(new Hash(parser.getString()));
                case "patch" -> {
                    expect(token == JsonToken.START_ARRAY, "a patch is no array");
                    while (parser.nextToken() == JsonToken.START_ARRAY) {
                        splices.add(splice(parser));
                    }
                }
                default -> parser.skipChildren();
            }
        }
        expect(was.isPresent(), "a patch without the hash of its text");
        return new Delta.Patch(was.get(), new TextPatch(splices));
    }

    private TextPatch.Splice splice(JsonParser parser) {
        expect(parser.nextToken() == JsonToken.VALUE_NUMBER_INT, "a splice without place");
        var at = parser.getIntValue();
        expect(parser.nextToken() == JsonToken.VALUE_STRING, "a splice without what it removes");
        take(BatchLimits.PER_FIELD);
        var removed = text(parser);
        expect(parser.nextToken() == JsonToken.VALUE_STRING, "a splice without what it adds");
        var added = text(parser);
        expect(parser.nextToken() == JsonToken.END_ARRAY, "a splice of more than three");
        return new TextPatch.Splice(at, removed, added);
    }

    private String text(JsonParser parser) {
        var text = parser.getString();
        expect(text.length() <= limits.text(), "a text of " + text.length() + " characters");
        take(text.length());
        return text;
    }

    private void take(int memory) {
        room -= memory;
        expect(room >= 0, "it holds more than a batch may");
    }

    private static String name(String name) {
        expect(BatchLimits.isName(name), "not a name: " + name);
        return name;
    }

    private String id(String id) {
        expect(limits.isId(id), "an id of " + id.length() + " characters");
        return id;
    }

    private static void expect(boolean holds, String otherwise) {
        if (!holds) {
            throw new IllegalArgumentException(otherwise);
        }
    }
}
