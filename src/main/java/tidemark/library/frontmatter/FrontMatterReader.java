package tidemark.library.frontmatter;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import tidemark.library.frontmatter.FrontMatterValue.Scalar;
import tidemark.library.records.Ids;
import tidemark.library.records.Status;

/// A reader of front matter as people write it: entries that are understood are taken out, each as a whole, and
/// everything else stays, line by line, in the text.
///
/// It is no reader of YAML. What YAML refuses (`title: Soil tests: part two`) or takes for something else (`1.10`,
/// `C# # for me`) is the text that it looks like.
public final class FrontMatterReader {
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{\\{.*}}|<%.*%>", Pattern.DOTALL);
    private static final Pattern COMMENT = Pattern.compile("\\s#(?=\\s|$)");

    /// The result.
    ///
    /// @param kept the lines that stay in the text
    /// @param unclear in words, each entry that should have been understood and was not
    /// @param unknownKeys the keys of entries that have no meaning here
    public record Result(FrontMatter values, List<String> kept, List<String> unclear, List<String> unknownKeys) {}

    private final DocumentKind kind;
    private final boolean isExact;
    private final ZoneId zone;
    private final Map<FrontMatterKey, String> taken = new EnumMap<>(FrontMatterKey.class);
    private final List<String> kept = new ArrayList<>();
    private final List<String> unclear = new ArrayList<>();
    private final List<String> unknownKeys = new ArrayList<>();
    private final List<String> labels = new ArrayList<>();
    private Optional<String> title = Optional.empty();
    private Optional<Status> status = Optional.empty();
    private boolean starred;
    private Optional<LocalDate> due = Optional.empty();
    private Optional<Instant> created = Optional.empty();
    private Optional<Instant> modified = Optional.empty();
    private boolean hasCreated;

    /// @param isExact whether the values were written by an export and are meant to the letter
    public FrontMatterReader(DocumentKind kind, boolean isExact, ZoneId zone) {
        this.kind = kind;
        this.isExact = isExact;
        this.zone = zone;
    }

    /// Reads the lines of front matter.
    public Result read(List<String> lines) {
        var pieces = FrontMatterEntry.all(lines);
        hasCreated = pieces.stream()
                .anyMatch(piece -> FrontMatterKey.of(piece.key()).equals(Optional.of(FrontMatterKey.CREATED)));
        pieces.forEach(this::read);
        return new Result(
                new FrontMatter(title, labels, status, starred, due, created, modified), kept, unclear, unknownKeys);
    }

    private void read(FrontMatterEntry piece) {
        var key = FrontMatterKey.of(piece.key())
                .filter(known -> kind == DocumentKind.PROJECT || known.isOfNotes())
                .filter(known -> known != FrontMatterKey.DATE || !hasCreated);
        if (piece.kind() != FrontMatterEntry.Kind.ENTRY || key.isEmpty()) {
            keep(piece);
        } else if (taken.containsKey(key.get()) && key.get() != FrontMatterKey.LABELS) {
            kept.addAll(piece.lines());
            if (piece.key().equals(taken.get(key.get()))) {
                unclear.add("\"%s\" a second time".formatted(piece.key()));
            }
        } else if (take(piece, key.get())) {
            taken.put(key.get(), piece.key());
        } else {
            kept.addAll(piece.lines());
        }
    }

    private void keep(FrontMatterEntry piece) {
        kept.addAll(piece.lines());
        switch (piece.kind()) {
            case ENTRY -> unknownKeys.add(piece.key());
            case STRAY ->
                unclear.add(
                        "the line \"%s\"".formatted(Ids.collapsed(piece.lines().getFirst())));
            case COMMENT -> {}
        }
    }

    /// Takes the entry's value. Returns whether nothing of it has to stay.
    private boolean take(FrontMatterEntry entry, FrontMatterKey key) {
        return switch (key) {
            case TITLE -> title(entry);
            case LABELS -> labels(entry);
            case STATUS -> status(entry);
            case STARRED ->
                one(entry, FrontMatterReader::yesOrNo).map(yes -> starred = yes).isPresent();
            case DUE -> due(entry);
            case CREATED, DATE -> {
                created = one(entry, this::date).map(FrontMatterDate::time);
                yield created.isPresent();
            }
            case MODIFIED -> {
                modified = one(entry, this::date).map(FrontMatterDate::time);
                yield modified.isPresent();
            }
        };
    }

    private Optional<FrontMatterDate> date(String text) {
        return FrontMatterDate.parse(text, zone);
    }

    private boolean title(FrontMatterEntry entry) {
        var value = FrontMatterValue.text(entry);
        if (value.isEmpty()) {
            return isUnclear(entry);
        }
        var text = value.get().texts().getFirst();
        if (!isExact && text.isNothing()) {
            return false;
        }
        if (!isExact && PLACEHOLDER.matcher(text.text()).find()) {
            return isUnclear(entry);
        }
        title = Optional.of(text.text());
        kept.addAll(value.get().comments());
        return true;
    }

    private boolean labels(FrontMatterEntry entry) {
        var list = FrontMatterList.of(entry);
        var isText = !entry.head().startsWith("[") && !entry.head().startsWith("{");
        var value = list.isPresent() || !isText
                ? list
                : FrontMatterValue.text(entry).map(FrontMatterReader::split);
        if (value.isEmpty()) {
            return isUnclear(entry);
        }
        var names = value.get().texts().stream()
                .filter(name -> !name.isNothing())
                .map(name -> isExact ? name.text() : name.text().strip().replaceFirst("^#+", ""))
                .filter(name -> !Ids.normalised(name).isEmpty())
                .toList();
        if (names.isEmpty()) {
            return isExact;
        }
        if (!isExact
                && names.stream().anyMatch(name -> PLACEHOLDER.matcher(name).find())) {
            return isUnclear(entry);
        }
        labels.addAll(names);
        kept.addAll(value.get().comments());
        return true;
    }

    /// The names in one text, with commas between them, or else spaces.
    private static FrontMatterValue split(FrontMatterValue value) {
        var text = value.texts().getFirst();
        var comment = COMMENT.matcher(text.text());
        var hasComment = !text.isQuoted() && comment.find();
        var names = hasComment ? text.text().substring(0, comment.start()) : text.text();
        var comments = hasComment
                ? FrontMatterValue.with(
                        value.comments(), text.text().substring(comment.start()).strip())
                : value.comments();
        return new FrontMatterValue(
                List.of(names.split(names.contains(",") ? "," : "\\s+", -1)).stream()
                        .map(name -> new Scalar(name.strip(), text.isQuoted()))
                        .toList(),
                comments);
    }

    /// Takes a status that is one of Tidemark's; any other is a matter of the person's own.
    private boolean status(FrontMatterEntry entry) {
        status = FrontMatterValue.text(entry)
                .filter(value -> value.comments().isEmpty())
                .flatMap(value -> Status.parse(value.texts().getFirst().text()));
        if (status.isEmpty()) {
            unknownKeys.add(entry.key());
        }
        return status.isPresent();
    }

    /// Takes the day. Where there is a time of day, too, the entry stays as well.
    private boolean due(FrontMatterEntry entry) {
        int before = kept.size();
        var date = one(entry, this::date);
        due = date.map(FrontMatterDate::day);
        var isAll = date.filter(FrontMatterDate::isDay).isPresent();
        if (!isAll) {
            kept.subList(before, kept.size()).clear(); // its comment stays with it
        }
        return isAll;
    }

    private static Optional<Boolean> yesOrNo(String text) {
        return switch (text.toLowerCase(Locale.ROOT)) {
            case "yes", "true" -> Optional.of(true);
            case "no", "false" -> Optional.of(false);
            default -> Optional.empty();
        };
    }

    /// The entry's one value in some form, without a comment behind it, which stays.
    private <T> Optional<T> one(FrontMatterEntry entry, Function<String, Optional<T>> form) {
        var value = FrontMatterValue.text(entry);
        var text = value.map(one -> one.texts().getFirst());
        if (text.filter(Scalar::isNothing).isPresent()) {
            return Optional.empty();
        }
        var words = text.map(Scalar::text).orElse("");
        var comment = COMMENT.matcher(words);
        var begin = comment.find() ? comment.start() : words.length();
        var read = form.apply(words.substring(0, begin).strip());
        if (read.isEmpty()) {
            isUnclear(entry);
            return read;
        }
        kept.addAll(value.map(FrontMatterValue::comments).orElse(List.of()));
        if (begin < words.length()) {
            kept.add(words.substring(begin).strip() + "\n");
        }
        return read;
    }

    /// Notes that the entry is not understood; always false, because it stays then.
    private boolean isUnclear(FrontMatterEntry entry) {
        unclear.add("\"%s\"".formatted(entry.key()));
        return false;
    }
}
