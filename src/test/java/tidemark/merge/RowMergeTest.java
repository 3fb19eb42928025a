package tidemark.merge;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tidemark.schema.Column;
import tidemark.schema.Field;
import tidemark.schema.LibrarySchema;
import tidemark.schema.Row;
import tidemark.schema.Table;
import tidemark.schema.Value;

/// The merge of rows, rule by rule and by laws.
final class RowMergeTest {
    /// A row from `title=River place=c1,m trashed_at=5`: columns of a project, numbers where the column holds one.
    private static Row row(Table table, String text) {
        var row = Row.EMPTY;
        for (var part : text == null || text.isEmpty() ? List.<String>of() : List.of(text.split(" "))) {
            var pair = part.split("=", 2);
            row = row.with(
                    pair[0],
                    Optional.of(
                            table.column(pair[0]).orElseThrow().type() == Column.Type.INTEGER
                                    ? Value.of(Long.parseLong(pair[1]))
                                    : Value.of(pair[1])));
        }
        return row;
    }

    /// A conflict is told by its rule with an exclamation mark, a merge by the rule alone.
    @ParameterizedTest(name = "{0}: {1} and {2} become {3} {4}")
    @CsvSource({
        "title=A, title=A, title=B, title=B, ",
        "title=A, title=B, title=A, title=B, ",
        "title=A, title=B, title=B, title=B, ",
        "title=A, title=B, title=C, title=B, value!",
        "title=A status=idea, title=B status=idea, title=A status=done, title=B status=done, ",
        ", title=A, title=B, title=A, value!",
        ", title=A, title=A, title=A, ",
        "summary=low, summary=high, summary=dry, summary=high, text!",
        "collection=a position=m, collection=b position=m, collection=c position=m, collection=b position=m, parent!",
        "collection=a position=m, collection=a position=k, collection=a position=p, collection=a position=k, ",
        "collection=a position=m, collection=b position=k, collection=b position=p, collection=b position=k, ",
        "collection=a position=m, collection=a position=k, collection=c position=p, collection=a position=k, parent!",
        "title=A, title=A trashed_at=5, title=A trashed_at=6, title=A trashed_at=6, ",
        "title=A, title=B, title=A trashed_at=6, title=B, trash-edit!",
        "title=A, title=A trashed_at=6, title=B, title=B, trash-edit!",
        "title=A, title=A trashed_at=6, title=A, title=A trashed_at=6, ",
        "title=A, title=A position=m, title=A trashed_at=6, title=A position=m trashed_at=6, ",
        "title=A trashed_at=6, title=A, title=B trashed_at=6, title=B, ",
        "title=A trashed_at=6, title=A trashed_at=6, title=A, title=A, "
    })
    void theRuleOfEachKindHolds(String base, String mine, String theirs, String result, String outcome) {
        var table = LibrarySchema.PROJECT;
        var merged = RowMerge.merge(table, row(table, base), row(table, mine), row(table, theirs));
        assertThat(merged.row()).isEqualTo(row(table, result));
        assertThat(outcomes(merged)).isEqualTo(outcome == null ? "" : outcome);
    }

    private static String outcomes(RowMerge.Result merged) {
        return String.join(
                " ",
                merged.outcomes().stream()
                        .map(outcome -> outcome.rule().code() + (outcome.isConflict() ? "!" : ""))
                        .toList());
    }

    @Test
    void twoTextsBecomeOneAndThatIsNoted() {
        var merged = RowMerge.merge(LibrarySchema.NOTE, body("a\nb\nc\n"), body("A\nb\nc\n"), body("a\nb\nC\n"));
        assertThat(merged.row()).isEqualTo(body("A\nb\nC\n"));
        assertThat(outcomes(merged)).isEqualTo("text");
    }

    private static Row body(String text) {
        return Row.EMPTY.with("body", Optional.of(Value.of(text)));
    }

    @Test
    void aFilesContentIsOneUnit() {
        var table = LibrarySchema.FILE;
        var merged = RowMerge.merge(
                table, row(table, "size=1 sha256=a"), row(table, "size=2 sha256=b"), row(table, "size=1 sha256=c"));
        assertThat(merged.row()).isEqualTo(row(table, "size=2 sha256=b"));
        assertThat(outcomes(merged)).isEqualTo("value!");
    }

    @Test
    void ofTwoSpellingsOfOneLabelTheFirstInTheLogStays() {
        var table = LibrarySchema.LABEL;
        var merged = RowMerge.merge(table, Row.EMPTY, row(table, "name=Urgent"), row(table, "name=urgent"));
        assertThat(merged.row()).isEqualTo(row(table, "name=urgent"));
        assertThat(outcomes(merged)).isEqualTo("first");
    }

    /// For every table and every three rows: an unchanged side yields the other, and a merge without a conflict has the
    /// same values on both sides, except for the order of records and what is decided once.
    @Test
    void theLawsHoldForRows() {
        var random = new Random(1);
        for (int i = 0; i < Cases.count(); i++) {
            var table = LibrarySchema.CURRENT.tables().get(i % 6);
            var base = random(table, Row.EMPTY, random);
            var mine = random(table, base, random);
            var theirs = random(table, base, random);
            var here = RowMerge.merge(table, base, mine, theirs);
            var there = RowMerge.merge(table, base, theirs, mine);
            var holds = RowMerge.merge(table, base, mine, base).row().equals(mine)
                    && RowMerge.merge(table, base, base, theirs).row().equals(theirs)
                    && symmetric(table, here, there);
            if (!holds) {
                assertThat(here)
                        .as("%s: %s | %s | %s", table.name(), base, mine, theirs)
                        .isEqualTo(there);
            }
        }
    }

    /// Devices that edit one row, and pull and push in random order: those that have the whole log hold the same.
    @Test
    void forOneOrderOfTheLogAllDevicesEndAlike() {
        var random = new Random(2);
        for (int i = 0; i < Cases.count(); i++) {
            var table = LibrarySchema.CURRENT.tables().get(i % 6);
            var log = new ArrayList<>(List.of(random(table, Row.EMPTY, random)));
            var devices = List.of(new Device(log), new Device(log), new Device(log));
            for (int step = random.nextInt(8); step >= 0; step--) {
                var device = devices.get(random.nextInt(3));
                device.edit(random(table, device.row, random));
                device.take(table, random.nextInt(3));
                if (random.nextBoolean()) {
                    device.send(table);
                }
            }
            devices.forEach(device -> device.send(table));
            devices.forEach(device -> device.take(table, log.size()));
            if (!devices.stream().allMatch(device -> device.row.equals(log.getLast()))) {
                assertThat(devices)
                        .as("case %s", i)
                        .allSatisfy(device -> assertThat(device.row).isEqualTo(log.getLast()));
            }
        }
    }

    /// A device as the merge sees it: a row, and how far in the log its base is.
    private static final class Device {
        private final List<Row> log;
        private int version;
        private Row row;

        Device(List<Row> log) {
            this.log = log;
            this.row = log.getFirst();
        }

        void edit(Row now) {
            row = now;
        }

        void take(Table table, int versions) {
            for (int i = 0; i < versions && version < log.size() - 1; i++) {
                row = RowMerge.merge(table, log.get(version), row, log.get(version + 1))
                        .row();
                version++;
            }
        }

        void send(Table table) {
            take(table, log.size());
            if (!row.equals(log.getLast())) {
                log.add(row);
                version++;
            }
        }
    }

    private static boolean symmetric(Table table, RowMerge.Result here, RowMerge.Result there) {
        var asked = here.outcomes().stream().map(outcome -> outcome.field()).toList();
        return asked.equals(there.outcomes().stream()
                        .map(outcome -> outcome.field())
                        .toList())
                && table.fields().stream()
                        .filter(field -> !asked.contains(field))
                        .filter(RowMergeTest::dependsOnNoOrder)
                        .allMatch(field -> part(field, here.row()).equals(part(field, there.row())));
    }

    private static boolean dependsOnNoOrder(Field field) {
        return switch (field.kind()) {
            case VALUE, TEXT, UNION -> true;
            case POSITION, PARENT, FIRST, TRASHED, MEMBERSHIP -> false;
        };
    }

    private static Row part(Field field, Row row) {
        return row.only(field.columns().stream().map(column -> column.name()).toList());
    }

    private static Row random(Table table, Row from, Random random) {
        var row = from;
        for (var column : table.columns()) {
            if (random.nextInt(3) == 0) {
                row = row.with(
                        column.name(),
                        switch (random.nextInt(4)) {
                            case 0 -> Optional.empty();
                            default ->
                                column.type() == Column.Type.INTEGER
                                        ? Optional.of(Value.of(random.nextInt(3)))
                                        : Optional.of(Value.of("v" + random.nextInt(3)));
                        });
            }
        }
        return row;
    }
}
