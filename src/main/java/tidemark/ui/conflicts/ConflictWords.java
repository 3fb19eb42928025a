package tidemark.ui.conflicts;

import static tidemark.ui.base.Texts.text;

import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import tidemark.conflict.Choice;
import tidemark.conflict.Effect;
import tidemark.library.Conflict;
import tidemark.library.ConflictGroup;
import tidemark.merge.Rule;
import tidemark.schema.LibrarySchema;
import tidemark.schema.RecordId;
import tidemark.schema.Row;
import tidemark.schema.Value;
import tidemark.ui.base.RelativeTime;
import tidemark.ui.base.Texts;
import tidemark.ui.conflicts.Piece.Take;

/// The wording of conflicts for people.
///
/// @param names the names of the collections and projects that a value may refer to, by id
/// @param device this device
public record ConflictWords(Map<String, String> names, Device device, Clock clock) {
    /// A device: its id, by which it is known, and its name, which another may have as well.
    public record Device(String id, String name) {
        /// A device that is not known.
        public static final Device UNKNOWN = new Device("", "");

        /// Whether this one wrote the version; by its name where a program wrote it down that knew only names.
        boolean wrote(Conflict.Version version) {
            return version.deviceId().isEmpty()
                    ? version.device().equals(name)
                    : version.deviceId().equals(id);
        }
    }

    private static final double KIB = 1024;
    private static final Set<String> NAMING = Set.of("title", "name", "content");
    private static final Set<String> CHOSEN =
            Set.of(new Choice.Merged(Row.EMPTY).code(), new Choice.Version(Row.EMPTY).code());

    /// The field and record that it is about: "Text of the note “Samples”".
    public String subject(Conflict conflict) {
        var subject = conflict.subject();
        if (isAboutExistence(conflict)) {
            return text("conflict.subject.existence", kind(subject.record()), title(conflict));
        }
        return text("conflict.subject", field(subject.field()), kind(subject.record()), title(conflict));
    }

    /// The record's title, or the word for a record without one.
    public static String title(Conflict conflict) {
        var title = conflict.subject().title();
        return title.isBlank() ? text("list.untitled") : title;
    }

    /// The title of a project with conflicts, or the word for the records outside all projects.
    public static String title(ConflictGroup group) {
        if (group.project().isEmpty()) {
            return text("conflict.group.none");
        }
        return group.title().isBlank() ? text("list.untitled") : group.title();
    }

    /// The field of a project, or the record within it: "Status", "Text of the note “Samples”".
    public static String place(Conflict conflict) {
        var subject = conflict.subject();
        return subject.record().table().equals(LibrarySchema.PROJECT.name())
                ? field(subject.field())
                : text("conflict.subject", field(subject.field()), kind(subject.record()), title(conflict));
    }

    /// The devices whose versions are kept: "Laptop · Desk"; of a title each with its own: "“River” (Laptop) · “Brook”
    /// (Desk)".
    public static String sides(Conflict conflict) {
        var isTitle = List.of("title", "name").contains(conflict.subject().field());
        return conflict.all().versions().stream()
                .map(version -> isTitle
                        ? text("conflict.side.title", version.value().text(conflict.column(), ""), version.device())
                        : version.device())
                .distinct()
                .collect(Collectors.joining(" \u00b7 "));
    }

    /// The kind of record, as a noun: "note".
    public static String kind(RecordId record) {
        return textOr("conflict.kind." + record.table(), record.table());
    }

    /// The field's name for people: "Text".
    public static String field(String name) {
        return textOr("conflict.field." + name, name);
    }

    private static String textOr(String key, String otherwise) {
        return Texts.find(key).orElse(otherwise);
    }

    /// The label of the button for a version: by the device's name, since the person who decides need not sit at
    /// either; by the order where the names do not tell the versions apart.
    ///
    /// @param verb `keep` for the version on the left, `take` for the other
    /// @param isFirst whether it is the version on the left
    static String choice(List<Conflict> conflicts, String verb, boolean isFirst) {
        var devices = conflicts.stream()
                .map(conflict ->
                        List.of(conflict.mine().device(), conflict.theirs().device()))
                .distinct()
                .toList();
        return devices.size() == 1 && namesDiffer(conflicts.getFirst())
                ? text("conflict.button." + verb, devices.getFirst().get(isFirst ? 0 : 1))
                : text("conflict.button." + verb + (isFirst ? ".first" : ".second"));
    }

    /// The label of the button for the version on the left.
    static String keep(Conflict conflict) {
        return conflict.all().isReadable() ? choice(List.of(conflict), "keep", true) : text("conflict.button.stands");
    }

    /// The labels of what can be taken for a piece of a text.
    static Map<Take, String> takes(Conflict conflict) {
        var byName = namesDiffer(conflict);
        return Map.of(
                Take.MERGED, text("conflict.take.merged"),
                Take.MINE, byName ? conflict.mine().device() : text("conflict.take.stands"),
                Take.THEIRS, byName ? conflict.theirs().device() : text("conflict.take.other"),
                Take.BOTH, text("conflict.take.both"),
                Take.BASE, text("conflict.take.base"),
                Take.TYPED, text("conflict.take.typed"));
    }

    /// The name of the base.
    static String base(Conflict conflict) {
        return text("conflict.base", conflict.all().versions().size());
    }

    private static boolean namesDiffer(Conflict conflict) {
        var devices = List.of(conflict.mine().device(), conflict.theirs().device());
        return devices.stream().noneMatch(String::isBlank)
                && !devices.getFirst().equals(devices.getLast());
    }

    /// The device that wrote a version, and when: "Laptop (this device), 5 min ago".
    public String author(Conflict.Version version) {
        var name = device.wrote(version) ? text("conflict.here", version.device()) : version.device();
        return version.at()
                .map(at -> text("conflict.author", name, RelativeTime.agoInWords(at, clock)))
                .orElse(name);
    }

    /// The cause of the conflict, in a sentence or two.
    public String story(Conflict conflict) {
        return switch (conflict.subject().rule()) {
            case TRASH_EDIT, PURGE_EDIT -> {
                var gone = isGone(conflict, conflict.mine());
                yield text(
                        conflict.subject().rule() == Rule.TRASH_EDIT ? "conflict.story.trash" : "conflict.story.purge",
                        author(gone ? conflict.mine() : conflict.theirs()),
                        author(gone ? conflict.theirs() : conflict.mine()));
            }
            case CYCLE -> text("conflict.story.cycle", author(conflict.mine()), author(conflict.theirs()));
            case VALUE, TEXT, POSITION, PARENT, FIRST ->
                conflict.others().size() > 1
                        ? text("conflict.story.many", conflict.all().versions().size())
                        : text("conflict.story.both", author(conflict.mine()), author(conflict.theirs()));
        };
    }

    /// Whether it is about the existence of the record: trashed or purged here, edited there.
    static boolean isAboutExistence(Conflict conflict) {
        return conflict.subject().rule() == Rule.TRASH_EDIT
                || conflict.subject().rule() == Rule.PURGE_EDIT;
    }

    /// Whether a second record with the other version makes sense: of a text, a title, a name or a file's content, not
    /// of a status or a day.
    static boolean canKeepBoth(Conflict conflict) {
        return conflict.subject().isText() || NAMING.contains(conflict.subject().field());
    }

    /// Whether a column has a meaning for people, unlike an id or a position.
    static boolean isForPeople(String column) {
        return Texts.find("conflict.field." + column).isPresent();
    }

    /// Whether this version trashed or purged the record.
    static boolean isGone(Conflict conflict, Conflict.Version version) {
        var isEmpty = version.value().equals(Row.EMPTY);
        return (conflict.subject().rule() == Rule.PURGE_EDIT) == isEmpty;
    }

    /// A field's value as text for people.
    public String value(String field, Row value) {
        return switch (field) {
            case "status" ->
                value.text("status")
                        .map(code -> textOr("status." + code.toLowerCase(Locale.ROOT), code))
                        .orElse(text("status.idea"));
            case "starred" -> text(value.get("starred").isPresent() ? "conflict.starred" : "conflict.unstarred");
            case "due" -> value.text("due").map(this::day).orElse(text("conflict.nothing"));
            case "place" ->
                value.text("collection")
                        .or(() -> value.text("parent"))
                        .map(this::name)
                        .orElse(text("move.none"));
            case "project" -> value.text("project").map(this::name).orElse(text("conflict.nothing"));
            case "position" -> text("conflict.moved");
            case "content" ->
                text(
                        "conflict.content",
                        value.text("media_type").orElse("?"),
                        size(value.get("size").orElse(Value.of(0))));
            default ->
                value.values().values().stream()
                        .map(Value::toString)
                        .filter(words -> !words.isBlank())
                        .findFirst()
                        .orElse(text("conflict.nothing"));
        };
    }

    /// The name of what an id refers to; ids mean nothing to a person.
    private String name(String id) {
        return Optional.ofNullable(names.get(id))
                .map(name -> name.isBlank() ? text("list.untitled") : name)
                .orElse(text("conflict.gone"));
    }

    private String day(String iso) {
        try {
            return RelativeTime.day(LocalDate.parse(iso), LocalDate.now(clock));
        } catch (DateTimeParseException e) {
            return iso;
        }
    }

    private static String size(Value size) {
        var bytes = size instanceof Value.Whole(var number) ? number : 0;
        return String.format(Locale.ENGLISH, "%,.0f KB", Math.ceil(bytes / KIB));
    }

    /// The effect of a choice, in a sentence.
    public String effect(Conflict conflict, Effect effect) {
        if (conflict.state() instanceof Conflict.State.Resolved(var choice, var _, var _, var _)
                && CHOSEN.contains(choice)) {
            return text("conflict.effect.merged");
        }
        return switch (effect) {
            case Effect.Stays _ -> text("conflict.effect.stays");
            case Effect.Sets(var field, var _, var now) ->
                conflict.subject().isText()
                        ? text("conflict.effect.text")
                        : text("conflict.effect.sets", field(field), value(field, now));
            case Effect.Trashes _ -> text("conflict.effect.trashes");
            case Effect.Restores _ -> text("conflict.effect.restores");
            case Effect.Removes _ -> text("conflict.effect.removes");
            case Effect.Copies(var titles) ->
                text("conflict.effect.copies", titles.size(), String.join("\u201d, \u201c", titles));
            case Effect.Refused(var problem) -> problem.cause();
        };
    }
}
