package tidemark.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The commands on projects.
final class ProjectCommandsTest {
    @TempDir
    Path folder;

    private Shell shell;

    @BeforeEach
    void start() {
        shell = Shell.withLibrary(folder.resolve("laptop"));
    }

    @Test
    void aProjectIsMadeWithAllThatIsSaidAboutIt() throws IOException {
        var summary =
                Files.writeString(folder.resolve("survey.md"), "\ufeff# Survey\r\n\r\nWhere the river bends.\r\n");
        var made = shell.json(
                "project",
                "add",
                "--title",
                "Survey",
                "--summary-file",
                summary.toString(),
                "--status",
                "active",
                "--label",
                "River",
                "--label",
                "work",
                "--due",
                "2026-12-24",
                "--star");
        assertThat(made.text("title")).isEqualTo("Survey");
        assertThat(made.text("summary")).isEqualTo("# Survey\n\nWhere the river bends.\n");
        assertThat(made.text("status")).isEqualTo("active");
        assertThat(made.text("due")).isEqualTo("2026-12-24");
        assertThat(made.text("edited")).isEqualTo(Shell.NOW.toString());
        assertThat(made.json().get("starred").asBoolean()).isTrue();
        assertThat(made.json().get("labels"))
                .extracting(label -> label.asString())
                .containsExactly("River", "work");
        var shown = shell.done("project", "show", made.text("id")).out();
        assertThat(shown)
                .contains("Survey\n", "active  starred  due 2026-12-24  #River  #work", "Where the river bends.");
    }

    @Test
    void whatIsNotNamedInAnEditStays() {
        shell.input("A text from stdin, with Grüße.");
        var id = shell.json("project", "add", "--title", "River", "--summary-file", "-", "--star")
                .text("id");
        var edited = shell.json("project", "edit", id, "--title", "Brook", "--no-star");
        assertThat(edited.text("title")).isEqualTo("Brook");
        assertThat(edited.text("summary")).isEqualTo("A text from stdin, with Grüße.");
        assertThat(edited.json().get("starred").asBoolean()).isFalse();
        assertThat(shell.json("project", "edit", id, "--status", "done").text("title"))
                .isEqualTo("Brook");
    }

    @Test
    void anIdMayBeShortenedAsLongAsNoOtherBeginsSo() {
        var river = shell.project("River");
        var brook = shell.project("Brook");
        var common = common(river, brook);
        assertThat(shell.json("project", "show", river.substring(0, common + 1)).text("title"))
                .isEqualTo("River");
        var ambiguous = shell.run("project", "show", river.substring(0, common));
        assertThat(ambiguous.code()).isEqualTo(1);
        assertThat(ambiguous.err()).contains("More than one project", river, brook, "Give more of the id.");
        var unknown = shell.run("project", "edit", "zz", "--title", "x");
        assertThat(unknown.code()).isEqualTo(1);
        assertThat(unknown.err()).contains("No project has an id that begins with zz");
        assertThat(shell.run("project", "trash", "").code()).isEqualTo(1);
    }

    private static int common(String a, String b) {
        int length = 0;
        while (a.charAt(length) == b.charAt(length)) {
            length++;
        }
        return length;
    }

    @Test
    void aSearchForThousandsOfWordsIsRefusedInPlainWords() {
        var answer = shell.run("project", "list", "--search", "x ".repeat(3_000));
        assertThat(answer.code()).isEqualTo(1);
        assertThat(answer.err())
                .contains("more than 100 words", "Nothing was searched for")
                .doesNotContain("SQL");
    }

    @Test
    void theListHasOneLineForEachProjectAndASearchFindsWhatWasJustWritten() {
        var river = shell.project("River survey");
        shell.done("project", "edit", river, "--label", "field", "--due", "2026-12-24");
        shell.project("Kitchen");
        assertThat(shell.done("project", "list").out().lines()).hasSize(2);
        assertThat(shell.done("project", "list", "--search", "surv").out())
                .isEqualTo(river + "  idea     River survey  due 2026-12-24  #field\n");
        var found = shell.json("project", "list", "--search", "#field").json().get("projects");
        assertThat(found).hasSize(1);
        assertThat(found.get(0).get("unsent").asBoolean()).isTrue();
        assertThat(shell.done("project", "list", "--search", "nowhere").out()).isEqualTo("No projects.\n");
    }

    @Test
    void whatIsInTheTrashCanBeRestoredUntilItIsEmptied() {
        var river = shell.project("River");
        shell.done("project", "trash", river);
        assertThat(shell.done("project", "list").out()).isEqualTo("No projects.\n");
        var listed = shell.json("trash", "list").json().get("trash");
        assertThat(listed.get(0).get("kind").asString()).isEqualTo("project");
        assertThat(shell.done("trash", "list").out()).contains(river, "River");
        shell.done("project", "restore", river);
        assertThat(shell.done("project", "list").out()).contains("River");
        shell.done("project", "trash", river);
        assertThat(shell.run("trash", "empty").code()).isEqualTo(2);
        assertThat(shell.json("trash", "empty", "--yes").json().get("removed").asInt())
                .isEqualTo(1);
        assertThat(shell.run("project", "show", river).code()).isEqualTo(1);
    }

    @Test
    void notesAreMadeShownEditedAndTrashed() {
        var river = shell.project("River");
        shell.input("- [ ] bottles\n");
        var note = shell.json("note", "add", river, "--title", "Packing", "--body-file", "-")
                .text("id");
        assertThat(shell.done("note", "list", river).out()).isEqualTo(note + "  Packing\n");
        assertThat(shell.json("note", "edit", note, "--title", "Bags").text("body"))
                .isEqualTo("- [ ] bottles\n");
        shell.input("- [x] bottles\n");
        shell.done("note", "edit", note, "--body-file", "-");
        assertThat(shell.done("note", "show", note).out()).contains("Bags\n", "- [x] bottles");
        assertThat(shell.done("project", "show", river).out()).contains("note " + note + "  Bags");
        shell.done("note", "trash", note);
        assertThat(shell.done("note", "list", river).out()).isEqualTo("No notes.\n");
        assertThat(shell.run("trash", "restore", "ffff").code()).isEqualTo(1);
        shell.done("trash", "restore", note.substring(0, note.length() - 1));
        assertThat(shell.done("note", "list", river).out()).contains(note);
    }

    @Test
    void aFileThatIsNoTextIsRefusedAndNothingIsMade() throws IOException {
        var latin = Files.write(folder.resolve("latin.md"), "Grüße".getBytes(StandardCharsets.ISO_8859_1));
        var large = Files.writeString(folder.resolve("large.md"), "x".repeat((1 << 20) + 1));
        for (var file : new Path[] {latin, large, folder.resolve("missing.md"), folder}) {
            var answer = shell.run("project", "add", "--title", "T", "--summary-file", file.toString());
            assertThat(answer.code()).isEqualTo(1);
            assertThat(answer.out()).isEmpty();
        }
        assertThat(shell.done("project", "list").out()).isEqualTo("No projects.\n");
    }

    @Test
    void aTextCannotSteerTheTerminal() {
        shell.input("\u001b]0;owned\u0007\u009b2J");
        var id = shell.json("project", "add", "--title", "T", "--summary-file", "-")
                .text("id");
        assertThat(shell.done("project", "show", id).out()).doesNotContain("\u001b", "\u0007", "\u009b");
        assertThat(shell.json("project", "show", id).text("summary")).contains("\u001b]0;owned");
    }

    @Test
    void aTitleIsOneLine() {
        var id = shell.project("River\r\nsurvey\t\u001b[31mred\u009b");
        assertThat(shell.json("project", "show", id).text("title")).isEqualTo("River survey [31mred ");
    }

    @Test
    void anEditThatSaysNothingIsWrongUsage() {
        var id = shell.project("River");
        assertThat(shell.run("project", "edit", id).code()).isEqualTo(2);
        var tomorrow = shell.run("project", "edit", id, "--due", "tomorrow");
        assertThat(tomorrow.code()).isEqualTo(2);
        assertThat(tomorrow.err())
                .contains("'tomorrow' is no day as in 2026-12-24")
                .doesNotContain("java");
    }

    /// The text is read after the project was: what is written meanwhile is another device's edit.
    @Test
    void anEditThatMeetsAnotherKeepsBothAndSaysThatAConflictIsLeft() {
        var id = shell.json("project", "add", "--title", "River").text("id");
        shell.input("first\n");
        shell.done("project", "edit", id, "--summary-file", "-");
        var other = new Shell(shell.library);
        other.input("theirs\n");
        shell.input("mine\n", () -> other.done("project", "edit", id, "--summary-file", "-"));
        var answer = shell.run("project", "edit", id, "--summary-file", "-", "--json");
        assertThat(answer.code()).isEqualTo(3);
        assertThat(answer.text("summary")).isEqualTo("mine\n");
        assertThat(answer.json().get("conflicts").get(0).asString()).isEqualTo("summary");
        var conflict = shell.json("conflicts").json().get("conflicts").get(0);
        assertThat(conflict.get("record").asString()).isEqualTo(id);
        assertThat(conflict.get("theirs").get("value").get("summary").asString())
                .isEqualTo("theirs\n");
        assertThat(shell.done("conflicts").out()).contains("summary of project \"River\"");
    }

    @Test
    void aTitleThatSaysNothingIsWrongInAnEditAsInANewProject() {
        var id = shell.project("Survey");
        for (var title : new String[] {"", "  "}) {
            var added = shell.run("project", "add", "--title", title);
            var edited = shell.run("project", "edit", id, "--title", title);
            assertThat(added.code()).isEqualTo(2);
            assertThat(edited.code()).isEqualTo(2);
            assertThat(edited.err())
                    .contains("A project needs a title that says something")
                    .startsWith(added.err().lines().findFirst().orElseThrow());
        }
        assertThat(shell.json("project", "show", id).text("title")).isEqualTo("Survey");
    }

    @Test
    void labelsAndTheDueDateAreTakenAway() {
        var id = shell.json("project", "add", "--title=Survey", "--label=River", "--label=work", "--due=2026-12-24")
                .text("id");
        var now = shell.json("project", "edit", id, "--remove-label", " river", "--no-due");
        assertThat(now.json().get("due").isNull()).isTrue();
        assertThat(now.json().get("labels"))
                .extracting(label -> label.asString())
                .containsExactly("work");
        assertThat(shell.run("project", "edit", id, "--due=2026-12-25", "--no-due")
                        .code())
                .isEqualTo(2);
    }

    @Test
    void aLabelThatItDoesNotHaveIsNotTakenAwayAndNothingElseIsChanged() {
        var id = shell.json("project", "add", "--title", "Survey", "--label", "work")
                .text("id");
        shell.json("project", "add", "--title", "Dam", "--label", "River");
        var answer = shell.run("project", "edit", id, "--title=Other", "--remove-label=work", "--remove-label=River");
        assertThat(answer.code()).isEqualTo(1);
        assertThat(answer.err()).contains("\"Survey\" has no label River", "Nothing was changed");
        assertThat(shell.done("project", "show", id).out()).contains("Survey\n", "#work");
    }

    @Test
    void whatIsNotInTheTrashIsLookedForInTheTrash() {
        var answer = shell.run("trash", "restore", "zz");
        assertThat(answer.code()).isEqualTo(1);
        assertThat(answer.err()).contains("Nothing was changed", "`tidemark trash list`");
        assertThat(shell.run("note", "show", "zz").err()).contains("`tidemark note list PROJECT`");
        assertThat(shell.run("resolve", "zz", "--mine").err()).contains("`tidemark conflicts`");
    }
}
