package tidemark.db;

import java.io.StringWriter;
import java.util.Collection;
import java.util.Optional;
import java.util.TreeMap;
import tidemark.schema.Row;
import tidemark.schema.Value;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.exc.StreamReadException;
import tools.jackson.core.json.JsonFactory;

/// The JSON form of rows: objects with text and whole numbers by column name; NULL and a missing name are the same.
public final class Json {
    private static final int LONGEST_TEXT = 64 << 20;

    /// A reader and writer of JSON that accepts long texts, and refuses input made to exhaust memory or stack.
    public static final JsonFactory FACTORY = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxStringLength(LONGEST_TEXT)
                    .maxNestingDepth(32)
                    .build())
            .build();

    private Json() {}

    /// The object as a row.
    ///
    /// @throws tools.jackson.core.JacksonException when it is not an object of texts and whole numbers
    public static Row row(String json) {
        try (var parser = FACTORY.createParser(ObjectReadContext.empty(), json)) {
            parser.nextToken();
            return row(parser);
        }
    }

    /// The object as a row; empty when it is not an object of texts and whole numbers.
    public static Optional<Row> find(String json) {
        try {
            return Optional.of(row(json));
        } catch (JacksonException _) {
            return Optional.empty();
        }
    }

    /// The object whose start the parser is at, as a row.
    ///
    /// @throws tools.jackson.core.JacksonException when it is not an object of texts and whole numbers
    public static Row row(JsonParser parser) {
        if (parser.currentToken() != JsonToken.START_OBJECT) {
            throw new StreamReadException(parser, "not an object");
        }
        var values = new TreeMap<String, Value>();
        while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
            var name = parser.currentName();
            switch (parser.nextToken()) {
                case VALUE_STRING -> values.put(name, Value.of(parser.getString()));
                case VALUE_NUMBER_INT -> values.put(name, Value.of(parser.getLongValue()));
                case VALUE_NULL -> {}
                default -> throw new StreamReadException(parser, "neither text nor a whole number: " + name);
            }
        }
        return new Row(values);
    }

    /// The row as a JSON object.
    public static String of(Row row) {
        var text = new StringWriter();
        try (var generator = FACTORY.createGenerator(ObjectWriteContext.empty(), text)) {
            write(generator, row);
        }
        return text.toString();
    }

    /// The texts as a JSON array, for SQLite's `json_each`.
    public static String array(Collection<String> texts) {
        var array = new StringWriter();
        try (var generator = FACTORY.createGenerator(ObjectWriteContext.empty(), array)) {
            generator.writeStartArray();
            texts.forEach(generator::writeString);
            generator.writeEndArray();
        }
        return array.toString();
    }

    /// Writes the row as a JSON object.
    public static void write(JsonGenerator generator, Row row) {
        generator.writeStartObject();
        row.values().forEach((name, value) -> {
            generator.writeName(name);
            write(generator, value);
        });
        generator.writeEndObject();
    }

    /// Writes one value.
    public static void write(JsonGenerator generator, Value value) {
        switch (value) {
            case Value.Text(var text) -> generator.writeString(text);
            case Value.Whole(var number) -> generator.writeNumber(number);
        }
    }
}
