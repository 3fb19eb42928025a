package tidemark.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tidemark.app.remotes.KeyStorage;
import tidemark.conflict.ConflictPolicy;
import tidemark.files.ContentState;
import tidemark.library.ProjectQuery;
import tidemark.library.records.Status;
import tidemark.remote.s3.S3Address.Style;
import tidemark.schema.Column;
import tidemark.schema.Field;
import tidemark.schema.LibrarySchema;
import tidemark.schema.Table;
import tidemark.sync.Comparison;
import tidemark.ui.base.Keys;

/// The keys of the messages: those in the source of the views against those in the files.
///
/// A key that is one literal is found by its form. A key that is put together is a [Family]: its parts are found by
/// their dot, and an unknown part fails the test until it is listed here with the values that complete it.
final class MessagesTest {
    private static final Path VIEWS = Path.of("src/main/java/tidemark/ui");
    private static final Path MESSAGES = Path.of("src/main/resources/tidemark/ui");

    private static final Pattern COMMENT_OR_LITERAL = Pattern.compile("//[^\n]*|\"((?:[^\"\\\\\n]|\\\\.)*)\"");
    private static final Pattern KEY = Pattern.compile("[a-z_]+(\\.[a-z_]+)+");
    private static final Pattern KEY_OF_A_KEYBOARD = Pattern.compile(
            "\\b(Ctrl|Alt|Shift|Cmd)\\+|\\bF\\d{1,2}\\b|\\b(Esc|Tab|Del|Delete key|Page Up|Page Down)\\b");
    private static final Pattern PART = Pattern.compile("[a-z_.]+\\.|\\.[a-z_.]+");
    private static final Pattern EMPTY_STATE = Pattern.compile("\"(empty\\.[a-z]+)\"");
    private static final Pattern ROLLBACK_CHOICE = Pattern.compile("choice\\(\\s*\"([a-z]+)\",");
    private static final Pattern CONFLICT_CHOICE = Pattern.compile("\"([a-z]+)\",\\s*(true|false)\\)");

    private static final Set<String> NO_KEYS = Set.of(
            "files.as",
            "os.name",
            "tidemark.css",
            "tidemark.ui.messages",
            "window.bounds",
            "window.maximised",
            "window.place");
    private static final Set<String> NO_PARTS = Set.of(".png");
    private static final Set<String> SUFFIXES = Set.of(".hint", ".do", ".effect", ".first", ".second");

    /// The name that a conflict about a whole record has in place of a field's.
    private static final String WHOLE_RECORD = "record";

    private final String source = source();

    /// Keys with one prefix.
    ///
    /// @param isComplete whether every value has a message; the views show others by the value itself
    private record Family(String prefix, boolean isComplete, Set<String> endings) {
        static Family of(String prefix, Enum<?>... values) {
            var names = Stream.of(values).map(value -> value.name().toLowerCase(Locale.ROOT));
            return new Family(prefix, true, names.collect(Collectors.toSet()));
        }

        Stream<String> keys() {
            return endings.stream().map(ending -> prefix + ending);
        }
    }

    private List<Family> families() {
        return List.of(
                Family.of("files.state.", ContentState.values()),
                new Family("files.column.", true, Set.of("name", "size", "state", "added")),
                Family.of("keys.group.", Keys.Group.values()),
                Family.of("keys.key.", Keys.values()),
                Family.of("list.sort.", ProjectQuery.Sort.values()),
                Family.of("settings.policy.", ConflictPolicy.values()),
                Family.of("settings.theme.", Theme.values()),
                Family.of("setup.keeping.", KeyStorage.values()),
                Family.of("setup.style.", Style.values()),
                Family.of("status.", Status.values()),
                Family.of("sync.devices.", Comparison.Verdict.values()),
                new Family("conflict.button.", true, conflictChoices()),
                new Family("wentback.", true, rollbackChoices()),
                new Family("conflict.kind.", false, tables()),
                new Family("conflict.field.", false, fields()));
    }

    @Test
    void everyKeyInTheSourceHasAMessage() throws IOException {
        for (var file : files()) {
            assertThat(keys(file)).as(file.toString()).containsAll(needed());
        }
    }

    @Test
    void everyMessageIsUsed() throws IOException {
        var known = needed();
        families().stream().flatMap(Family::keys).forEach(known::add);
        for (var file : files()) {
            assertThat(known).as(file.toString()).containsAll(keys(file));
        }
    }

    @Test
    void everyPartOfAKeyIsListed() {
        var listed = new TreeSet<>(SUFFIXES);
        families().stream().map(Family::prefix).forEach(listed::add);
        var parts = literals().filter(PART.asMatchPredicate()).collect(Collectors.toSet());
        parts.removeAll(NO_PARTS);
        assertThat(parts).isEqualTo(listed);
    }

    private Set<String> needed() {
        var needed = literals().filter(KEY.asMatchPredicate()).collect(Collectors.toCollection(TreeSet::new));
        needed.removeAll(NO_KEYS);
        matches(EMPTY_STATE).map(match -> match.group(1) + ".hint").forEach(needed::add);
        families().stream().filter(Family::isComplete).flatMap(Family::keys).forEach(needed::add);
        return needed;
    }

    private Set<String> conflictChoices() {
        return matches(CONFLICT_CHOICE)
                .flatMap(match -> Stream.of(
                        match.group(1), match.group(1) + (match.group(2).equals("true") ? ".first" : ".second")))
                .collect(Collectors.toSet());
    }

    private Set<String> rollbackChoices() {
        return matches(ROLLBACK_CHOICE)
                .map(match -> match.group(1))
                .flatMap(name -> Stream.of(name, name + ".do", name + ".effect"))
                .collect(Collectors.toSet());
    }

    private static Set<String> tables() {
        return LibrarySchema.CURRENT.tables().stream().map(Table::name).collect(Collectors.toSet());
    }

    /// Conflicts name fields; the contents of a record are shown by column.
    private static Set<String> fields() {
        var fields = LibrarySchema.CURRENT.tables().stream()
                .filter(table -> !table.equals(LibrarySchema.CONFLICT))
                .map(Table::fields)
                .flatMap(Collection::stream)
                .toList();
        var columns = fields.stream().map(Field::columns).flatMap(Collection::stream);
        return Stream.of(fields.stream().map(Field::name), columns.map(Column::name), Stream.of(WHOLE_RECORD))
                .flatMap(names -> names)
                .collect(Collectors.toSet());
    }

    private Stream<String> literals() {
        return matches(COMMENT_OR_LITERAL)
                .filter(match -> match.group(1) != null)
                .map(match -> match.group(1));
    }

    private Stream<MatchResult> matches(Pattern pattern) {
        return pattern.matcher(source).results();
    }

    private static String source() {
        try (var files = Files.walk(VIEWS)) {
            var texts = new StringBuilder();
            for (var file :
                    files.filter(name -> name.toString().endsWith(".java")).toList()) {
                texts.append(Files.readString(file)).append('\n');
            }
            return texts.toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// The messages in every language.
    private static List<Path> files() throws IOException {
        try (var files = Files.list(MESSAGES)) {
            var found = files.filter(file -> file.getFileName().toString().matches("messages.*\\.properties"))
                    .toList();
            assertThat(found).isNotEmpty();
            return found;
        }
    }

    private static Set<String> keys(Path file) throws IOException {
        var messages = new Properties();
        try (var in = Files.newBufferedReader(file)) {
            messages.load(in);
        }
        return messages.stringPropertyNames();
    }

    /// Keys are named by their name in the table of keys, so that no message tells another than the one that works.
    @Test
    void noMessageNamesAKeyByItself() throws IOException {
        for (var file : files()) {
            assertThat(Files.readAllLines(file))
                    .as(file.toString())
                    .noneMatch(line -> KEY_OF_A_KEYBOARD
                            .matcher(line.substring(line.indexOf('=') + 1))
                            .find());
        }
    }
}
