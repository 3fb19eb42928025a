package tidemark.sync.format;

import java.io.ByteArrayOutputStream;
import java.util.Locale;
import java.util.Optional;
import tidemark.db.Json;
import tidemark.schema.Value;
import tools.jackson.core.JsonEncoding;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;

/// Writes a batch as JSON.
public final class BatchWriter {
    private BatchWriter() {}

    /// The JSON of a batch, in UTF-8.
    public static byte[] json(Batch batch) {
        var bytes = new ByteArrayOutputStream();
        try (var json = Json.FACTORY.createGenerator(ObjectWriteContext.empty(), bytes, JsonEncoding.UTF8)) {
            json.writeStartObject();
            header(json, batch);
            json.writeArrayPropertyStart("changes");
            for (var change : batch.changes()) {
                change(json, change);
            }
            json.writeEndArray();
            json.writeEndObject();
        }
        return bytes.toByteArray();
    }

    private static void header(JsonGenerator json, Batch batch) {
        json.writeStringProperty("commitId", batch.commitId().value());
        json.writeStringProperty("device", batch.device().id());
        json.writeStringProperty("deviceName", batch.device().name());
        json.writeStringProperty("time", batch.time().toString());
        json.writeNumberProperty("version", batch.version().number());
        json.writeStringProperty("previous", batch.previous().value());
        json.writeNumberProperty("schema", batch.schema());
        json.writeNumberProperty("minReader", batch.minReader());
        json.writeStringProperty("stateHash", batch.stateHash().toString());
        batch.snapshot().ifPresent(base -> json.writeStringProperty("base", base));
    }

    private static void change(JsonGenerator json, Change change) {
        json.writeStartObject();
        json.writeStringProperty("table", change.record().table());
        json.writeStringProperty("id", change.record().id());
        json.writeStringProperty("op", change.op().name().toLowerCase(Locale.ROOT));
        change.edited().ifPresent(time -> json.writeNumberProperty("edited", time.toEpochMilli()));
        json.writeObjectPropertyStart("set");
        change.fields().forEach((field, delta) -> {
            json.writeName(field);
            delta(json, delta);
        });
        json.writeEndObject();
        json.writeEndObject();
    }

    private static void delta(JsonGenerator json, Delta delta) {
        switch (delta) {
            case Delta.Whole(var was, var now) -> {
                json.writeStartArray();
                value(json, was);
                value(json, now);
                json.writeEndArray();
            }
            case Delta.Patch(var was, var patch) -> {
                json.writeStartObject();
                json.writeStringProperty("was", was.value());
                json.writeArrayPropertyStart("patch");
                patch.splices().forEach(splice -> {
                    json.writeStartArray();
                    json.writeNumber(splice.at());
                    json.writeString(splice.removed());
                    json.writeString(splice.added());
                    json.writeEndArray();
                });
                json.writeEndArray();
                json.writeEndObject();
            }
        }
    }

    private static void value(JsonGenerator json, Optional<Value> value) {
        value.ifPresentOrElse(present -> Json.write(json, present), json::writeNull);
    }
}
