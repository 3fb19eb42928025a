package tidemark.library.markdown;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tidemark.library.frontmatter.DocumentKind;
import tidemark.library.records.Status;

/// Front matter as people and programs write it.
final class FrontMatterTest {
    private static final MarkdownReader READER = new MarkdownReader(ZoneId.of("Europe/Berlin"));

    private static MarkdownDocument read(String text) {
        return READER.read("file", text, DocumentKind.PROJECT);
    }

    private static MarkdownDocument front(String lines) {
        return read("---\n" + lines + "\n---\nbody");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\0',
            value = {
                "title: Soil tests: part two | Soil tests: part two",
                "title: 1.10 | 1.10",
                "title: 007 | 007",
                "title: yes | yes",
                "title: 2026-01-02 | 2026-01-02",
                "title: C# notes # for me | C# notes # for me",
                "title: #1 fan | #1 fan",
                "title: [draft] plan | [draft] plan",
                "title: {a} | {a}",
                "title: *starred* | *starred*",
                "title: @home & %done% | @home & %done%",
                "title: \"quoted: \\\"x\\\" \\u00e9\" | quoted: \"x\" é",
                "title: 'it''s' | it's",
                "title: \"Heroes\" and others | \"Heroes\" and others",
                "title: 'tis | file",
                "TITLE: Loud | Loud",
                "\"title\": Key in quotes | Key in quotes",
                "title : Gap | Gap",
                "title: ~ | file",
                "title: null | file",
                "title: \"null\" | null",
                "title: {{title}} | file",
                "title: <% tp.file.title %> | file"
            })
    void aTitleIsTheTextThatItLooksLike(String line, String title) {
        assertThat(front(line).details().title()).isEqualTo(title);
    }

    @Test
    void aTitleMayHaveSeveralLinesAndAnyLength() {
        assertThat(front("title: >-\n  one\n  two").details().title()).isEqualTo("one two");
        assertThat(front("title: |\n  one\n   two").details().title()).isEqualTo("one\n two");
        assertThat(front("title: one\n  two").details().title()).isEqualTo("one two");
        assertThat(front("title:\n  below").details().title()).isEqualTo("below");
        assertThat(front("title: \"one\n  two\"").details().title()).isEqualTo("one two");
        assertThat(front("title: \"" + "word ".repeat(60) + "END\"").details().title())
                .hasSize(303)
                .endsWith("END");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "tags: [a b, \"c, d\"]",
                "tags: [a b, 'c, d',]",
                "tags: [\n  a b,\n  \"c, d\"\n]",
                "tags:\n  - a b\n  - \"c, d\"",
                "tags:\n- a b\n-\n- null\n- ~\n- 'c, d'",
                "Tags: # mine\n  - \"#a b\"\n  # and\n  - \"c, d\" # both"
            })
    void labelsComeAsListsOfAllForms(String lines) {
        assertThat(front(lines).labels()).containsExactly("a b", "c, d");
        assertThat(front(lines).findings().unclear()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "tags: one, two",
                "tags: one two",
                "tags: #one #two",
                "tag: one\nlabels: [two]",
                "keywords: 'one two'"
            })
    void labelsComeAsOneText(String lines) {
        assertThat(front(lines).labels()).containsExactly("one", "two");
        assertThat(front(lines).details().summary()).isEqualTo("body");
    }

    @Test
    void commentsStrayLinesAndUnknownEntriesStayWhereTheyWere() {
        var document = front("# keep: me\ntitle: T\naliases:\n  - x\n\nwords without a key\ntags: [a] # why\nz: 1");

        assertThat(document.details().title()).isEqualTo("T");
        assertThat(document.details().summary())
                .isEqualTo("---\n# keep: me\naliases:\n  - x\n\nwords without a key\n# why\nz: 1\n---\nbody");
        assertThat(document.findings().unclear()).containsExactly("the line \"words without a key\"");
        assertThat(document.findings().unknownKeys()).containsExactly("aliases", "z");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "title: First\ntitle: Second",
                "due: soon",
                "title: \"open",
                "title: \"bad \\q\"",
                "tags: [a, [b]]",
                "tags: {a: b}\nx: y",
                "tags:\n  a: b",
                "created: last week",
                "starred: perhaps",
                "title:\n  nested: x"
            })
    void whatIsNotUnderstoodStaysAndIsNamed(String lines) {
        var document = front(lines);
        assertThat(document.findings().unclear()).hasSize(1);
        assertThat(document.details().summary())
                .isEqualTo("---\n" + lines.replace("title: First\n", "") + "\n---\nbody");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\n---\ntitle: x\n---\n",
                "---\n\nOnly a ruled line\n\n---\ntext",
                "---\ntitle: never closed\n",
                " ---\ntitle: x\n---\n",
                "----\ntitle: x\n----\n",
                "---\n---\n"
            })
    void whatIsNoFrontMatterIsText(String text) {
        var document = read(text);
        assertThat(document.details().summary()).isEqualTo(text);
        assertThat(document.details().title()).isNotEqualTo("x").isNotEqualTo("never closed");
        assertThat(document.findings().unclear()).isEmpty();
    }

    @Test
    void theEndsOfFrontMatterStayAsTheyWereWritten() {
        assertThat(read("---  \ntitle: x\nkept: y\n...\nbody").details().summary())
                .isEqualTo("---  \nkept: y\n...\nbody");
    }

    @ParameterizedTest
    @CsvSource({
        "2020-02-02T10:00:00Z, 2020-02-02T10:00:00Z",
        "2020-02-02 10:00:00Z, 2020-02-02T10:00:00Z",
        "2020-02-02 10:00:00 +02:00, 2020-02-02T08:00:00Z",
        "2020-02-02T10:00:00+0200, 2020-02-02T08:00:00Z",
        "2020-02-02 10:00, 2020-02-02T09:00:00Z",
        "'\"2020-02-02T10:00:00.123456Z\"', 2020-02-02T10:00:00.123Z",
        "2020-02-02 # about, 2020-02-01T23:00:00Z"
    })
    void timesAreReadInTheFormsOfOtherPrograms(String written, String time) {
        assertThat(front("created: " + written).created()).hasToString("Optional[" + time + "]");
        assertThat(front("Date: " + written).created()).hasToString("Optional[" + time + "]");
        assertThat(front("updated: " + written).modified()).hasToString("Optional[" + time + "]");
    }

    @Test
    void aDateBesideATimeOfCreationIsSomethingElse() {
        var document = front("date: 2019-01-01\ncreated: 2020-02-02T10:00:00Z");
        assertThat(document.created()).hasToString("Optional[2020-02-02T10:00:00Z]");
        assertThat(document.details().summary()).isEqualTo("---\ndate: 2019-01-01\n---\nbody");
    }

    @Test
    void statusStarAndDayAreTaken() {
        var details =
                front("status: Done\nstarred: yes\ndue: 2026-04-01 # at noon").details();
        assertThat(details.status()).isEqualTo(Status.DONE);
        assertThat(details.starred()).isTrue();
        assertThat(details.due()).hasToString("Optional[2026-04-01]");
        assertThat(details.summary()).isEqualTo("---\n# at noon\n---\nbody");
    }

    @Test
    void aNoteHasATitleAndTimesOnly() {
        var note = READER.read("file", "---\ntitle: N\nstatus: done\ntags: [a]\n---\n#b", DocumentKind.NOTE);
        assertThat(note.details().title()).isEqualTo("N");
        assertThat(note.details().summary()).isEqualTo("---\nstatus: done\ntags: [a]\n---\n#b");
        assertThat(note.labels()).isEmpty();
    }

    @Test
    void aHeadingIsATitleOnlyAtTheVeryTop() {
        assertThat(read("\n\n# Top\n").details().title()).isEqualTo("Top");
        assertThat(read("Words first\n\n# Later\n").details().title()).isEqualTo("file");
        assertThat(read("```\ncode\n```\n\n# Later\n").details().title()).isEqualTo("file");
        assertThat(read("---\nx: y\n---\n# Behind front matter\n").details().title())
                .isEqualTo("Behind front matter");
    }

    @Test
    void lineEndsOfWindowsAndOldMacsBecomeOurs() {
        assertThat(read("---\r\ntitle: x\r\ny: z\r\n---\r\na\r\nb").details().summary())
                .isEqualTo("---\ny: z\n---\na\nb");
        assertThat(read("# One\rtwo\rthree").details().summary()).isEqualTo("# One\ntwo\nthree");
        assertThat(read("one\ntwo\rthree").details().summary()).isEqualTo("one\ntwo\rthree");
    }

    @Test
    void linesWithoutEndAreReadInTimeThatGrowsWithThem() {
        var lines = "- x\n# c\n".repeat(50_000);
        assertThat(front("title: t\nlist:\n" + lines + "'").details().title()).isEqualTo("t");
        assertThat(front("tags: [" + "a,".repeat(100_000) + "]").labels()).isEqualTo(List.of("a"));
        assertThat(front("title: " + "\"\\".repeat(100_000)).details().title()).isEqualTo("file");
    }
}
