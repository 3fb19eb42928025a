package tidemark.sync;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import tidemark.bench.Goal;
import tidemark.bench.Scenario;
import tidemark.db.Rows;
import tidemark.remote.CountingStore;
import tidemark.schema.RecordId;
import tidemark.schema.Row;
import tidemark.schema.Value;

/// The situations whose requests and bytes are counted; each is one method and one line in the list.
public final class Exchanges {
    private static final int NOTES = 10_000;

    private Exchanges() {}

    /// All situations.
    public static List<Scenario> all() {
        return List.of(
                new Exchange("idle poll", Exchanges::poll, Goal.of("requests", 1, ""), Goal.of("received", 0, "B")),
                new Exchange(
                        "one edit of a short field",
                        Exchanges::shortField,
                        Goal.of("requests", 1, ""),
                        Goal.of("sent", 1024, "B"),
                        Goal.of("received", 0, "B")),
                new Exchange(
                        "one character in a note of 200 KB",
                        Exchanges::oneCharacter,
                        Goal.of("requests", 1, ""),
                        Goal.of("sent", 2000, "B")),
                new Exchange("20 edits in a burst", Exchanges::burst, Goal.of("CREATE", 1, "")),
                new Exchange("another device picks an edit up", Exchanges::pickUp, Goal.of("requests", 2, "")),
                new Exchange("first sync of 10,000 notes", Exchanges::firstSync, Goal.of("requests", 30, "")),
                new Exchange("a fresh device after a checkpoint", Exchanges::freshDevice, Goal.of("requests", 6, "")),
                new Exchange("a device 300 batches behind", Exchanges::farBehind, Goal.of("requests", 306, "")),
                new Exchange("a checkpoint", Exchanges::checkpoint, Goal.of("PUT", 3, "")));
    }

    private static CountingStore poll(Devices devices) throws IOException {
        var laptop = devices.inSync("laptop");
        laptop.sync();
        return laptop.counted;
    }

    private static CountingStore shortField(Devices devices) throws IOException {
        var laptop = devices.inSync("laptop");
        edit(laptop, 1);
        laptop.sync();
        return laptop.counted;
    }

    private static CountingStore oneCharacter(Devices devices) throws IOException {
        var laptop = devices.inSync("laptop");
        var body = laptop.text("note", "long", "body");
        var middle = body.length() / 2;
        laptop.set("note", "long", "body", body.substring(0, middle) + "x" + body.substring(middle));
        laptop.sync();
        return laptop.counted;
    }

    private static CountingStore burst(Devices devices) throws IOException {
        var laptop = devices.inSync("laptop");
        for (int i = 0; i < 20; i++) {
            edit(laptop, 1 + i % 5);
        }
        laptop.sync();
        return laptop.counted;
    }

    private static CountingStore pickUp(Devices devices) throws IOException {
        var laptop = devices.inSync("laptop");
        var desk = devices.inSync("desk");
        edit(desk, 1);
        desk.sync();
        laptop.sync();
        return laptop.counted;
    }

    private static CountingStore firstSync(Devices devices) {
        var laptop = devices.alone("laptop");
        notes(laptop);
        laptop.sync();
        return laptop.counted;
    }

    private static CountingStore freshDevice(Devices devices) {
        var phone = devices.fresh("phone");
        phone.sync();
        return phone.counted;
    }

    private static CountingStore farBehind(Devices devices) throws IOException {
        var laptop = devices.inSync("laptop");
        var desk = devices.inSync("desk");
        for (int i = 0; i < 300; i++) {
            edit(desk, 1 + i % 7);
            devices.pass(Duration.ofSeconds(5));
            desk.sync();
        }
        laptop.sync();
        return laptop.counted;
    }

    /// The traffic of a checkpoint: more is changed than the log may grow by before one is due.
    private static CountingStore checkpoint(Devices devices) throws IOException {
        var laptop = devices.inSync("laptop");
        for (int i = 0; i < 205; i++) {
            edit(laptop, 1);
            laptop.counted.reset();
            laptop.sync();
            if (laptop.counted.requests().size() > 1) {
                return laptop.counted;
            }
            devices.pass(Duration.ofSeconds(5));
        }
        return laptop.counted;
    }

    private static void edit(Copy copy, int count) {
        copy.database.change(sql -> {
            var rows = new Rows(sql, copy.database.schema());
            for (var id : sql.list("SELECT id FROM project ORDER BY n LIMIT ?", row -> row.getString(1), count)) {
                var title = rows.find(new RecordId("project", id))
                        .flatMap(row -> row.text("title"))
                        .orElse("");
                rows.update(new RecordId("project", id), List.of("title"), text("title", title + "."));
            }
        });
    }

    private static void notes(Copy copy) {
        copy.database.change(sql -> {
            var rows = new Rows(sql, copy.database.schema());
            rows.insert(new RecordId("project", "p"), text("title", "Notes"));
            for (int i = 0; i < NOTES; i++) {
                var body = "Note %d: what was measured, where, and by whom.\n"
                        .formatted(i)
                        .repeat(10);
                var row = text("body", body).overlaid(text("project", "p")).overlaid(text("title", "Note " + i));
                rows.insert(new RecordId("note", "note-" + i), row);
            }
        });
    }

    private static Row text(String column, String value) {
        return Row.EMPTY.with(column, Optional.of(Value.of(value)));
    }
}
