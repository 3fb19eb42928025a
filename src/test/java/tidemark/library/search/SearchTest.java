package tidemark.library.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatNoException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.text.Normalizer;
import java.text.Normalizer.Form;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tidemark.library.LibraryTest;
import tidemark.library.records.FileDetails;
import tidemark.library.records.LibraryException;
import tidemark.library.records.NoteText;
import tidemark.library.records.ProjectDetails;
import tidemark.library.records.ProjectId;
import tidemark.library.search.SearchHit.Place;

/// The search in titles and texts.
final class SearchTest extends LibraryTest {
    @Test
    void beginningsOfWordsAreFoundInTitlesTextsNotesAndFileNames() {
        var title = project("Riverbank").id();
        var summary = library.projects()
                .create(ProjectDetails.titled("b").withSummary("by the river"))
                .id();
        var noted = project("c").id();
        library.notes().create(noted, new NoteText("Where", "the RIVERS meet"));
        var filed = project("d").id();
        library.files().add(filed, new FileDetails("river-map.pdf", "application/pdf", 1, "00"));
        project("lake");

        var hits = find("rive");

        assertThat(hits).extracting(hit -> hit.project().id()).containsExactlyInAnyOrder(title, summary, noted, filed);
        assertThat(hits.getFirst().place()).isEqualTo(new Place.Title());
        assertThat(hits).anySatisfy(hit -> {
            assertThat(hit.place()).isInstanceOf(Place.InNote.class);
            assertThat(matched(hit)).containsExactly("RIVE");
        });
    }

    @Test
    void theWordsOfOneSearchMayStandInDifferentTextsOfAProject() {
        var river = project("River").id();
        library.notes().create(river, new NoteText("", "ask for the permit"));
        project("River without");

        assertThat(projects("permit river")).containsExactly(river);
        assertThat(projects("permit river lake")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"a ", "word ", "#label ", "水 ", "#1 "})
    void moreWordsThanAnybodyTypesAreRefusedInPlainWords(String word) {
        project("a word 水");
        assertThatNoException().isThrownBy(() -> find(word.repeat(100)));
        assertThatThrownBy(() -> find(word.repeat(101)))
                .isInstanceOf(LibraryException.class)
                .hasMessageContaining("more than 100 words");
        assertThatThrownBy(() -> find(word.repeat(3_000))).isInstanceOf(LibraryException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a", "水", "a-b", "%"})
    void aTextThatIsLongButNotTooLongIsSearchedFor(String piece) {
        project(piece);
        var word = piece.repeat(50);
        assertThat(find(word)).isEmpty();
        assertThatNoException().isThrownBy(() -> find("水".repeat(10_000)));
        assertThatThrownBy(() -> find("水".repeat(10_001)))
                .isInstanceOf(LibraryException.class)
                .hasMessageContaining("10,000 characters");
    }

    @Test
    void labelsOfOtherDevicesWhateverTheirIdsAreSearchedFor() {
        var river = project("River");
        test.database().change(sql -> {
            sql.update("INSERT INTO label (id, name) VALUES (?, 'odd')", "a\"],[\\");
            sql.update(
                    "INSERT INTO project_label (id, project, label) VALUES ('x', ?, ?)",
                    river.id().text(),
                    "a\"],[\\");
        });
        assertThat(projects("#odd")).containsExactly(river.id());
    }

    @Test
    void accentsAndCaseDoNotCount() {
        var cafe = project("Café Zürich").id();

        assertThat(projects("CAFE zur")).containsExactly(cafe);
        assertThat(matched(find("zur").getFirst())).containsExactly("Zür");
    }

    @Test
    void chineseAndSingleLettersAreFoundAsTheyStand() {
        var chinese = project("河流水质调查报告").id();
        var letter = project("plan b").id();

        assertThat(projects("水质")).containsExactly(chinese);
        assertThat(matched(find("水质").getFirst())).containsExactly("水质");
        assertThat(projects("b plan")).containsExactly(letter);
    }

    @ParameterizedTest
    @CsvSource({
        "Ä, ä", "в, В", "Ёлка, елк", "e\u0301tude, ÉTU", "كِتَاب, كتاب", "C++ and more, c++", "C#, c#", "on .NET, .net",
        "👨‍👩‍👧 home, 👩", "a 🫩 face, 🫩", "ガイド, ｶﾞｲ", "日本語の本, 本語", "한국어, 국어", "ภาษาไทย, ไทย", "x², X2",
                "Ｔｉｄｅ, tide",
        "𞤀𞤁𞤂, 𞤢𞤣"
    })
    void theIndexFindsWhatIsTypedInAnotherForm(String written, String typed) {
        var found = project(written).id();
        project("Other 12 thing");
        assertThat(projects(typed)).containsExactly(found);
        assertThat(projects(Normalizer.normalize(typed, Form.NFD))).containsExactly(found);
        assertThat(new Indexer(test.database()).findings()).isEmpty();
    }

    @Test
    void namesFromAMacAreFoundAsTheyAreTyped() {
        var korean = project(Normalizer.normalize("한국어 문서.pdf", Form.NFD)).id();
        var kana = project(Normalizer.normalize("ガイドブック", Form.NFD)).id();
        assertThat(projects("국어")).containsExactly(korean);
        assertThat(projects("문서.pdf")).containsExactly(korean);
        assertThat(projects("ドブ")).containsExactly(kana);
        assertThat(matched(find("ドブ").getFirst())).containsExactly(Normalizer.normalize("ドブ", Form.NFD));
    }

    @Test
    void symbolsNarrowTheSearch() {
        project("C and NET");
        var plus = project("Learn C++").id();
        var net = project("Learn ASP.NET").id();
        assertThat(projects("c++")).containsExactly(plus);
        assertThat(projects(".net")).containsExactly(net);
        assertThat(projects("learn")).hasSize(2);
    }

    @Test
    void labelsAreFoundByTheSameFolding() {
        var one = project("River").id();
        library.labels().add(one, "Café ёлка");
        assertThat(projects("#cafe")).containsExactly(one);
        library.labels().add(one, "!?");
        assertThat(projects("#!")).containsExactly(one);
        assertThat(projects("#?")).isEmpty();
    }

    @Test
    void aLabelNarrowsTheSearch() {
        var one = project("River one").id();
        project("River two");
        library.labels().add(one, "Field Work");

        assertThat(projects("river #field")).containsExactly(one);
        assertThat(projects("#FIELD")).containsExactly(one);
        assertThat(projects("#nothing")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"",
                "'",
                "\"unfinished",
                "a AND",
                "NEAR(",
                "x OR y NOT",
                "col:river",
                "-river",
                "*",
                "^river",
                "(((",
                "river*\" OR 1",
                "'; DROP TABLE project; --",
                "%",
                "_",
                "\\",
                "#",
                "##",
                "# river",
                "\u0000",
                "\ud800",
                "😀",
                "{}[]",
                "a\tb\nc",
                "title:*",
                "+",
                "水%"
            })
    void anyTextIsALegalSearch(String text) {
        project("River");
        new Indexer(test.database()).run();

        assertThatCode(() -> new Search(test.database()).find(text, 10)).doesNotThrowAnyException();
    }

    @Test
    void wildcardsOfSqlAreOrdinaryCharacters() {
        project("River");

        assertThat(projects("水%")).isEmpty();
        assertThat(projects("%")).isEmpty();
    }

    @Test
    void theTrashIsNotSearched() {
        var river = project("River").id();
        var note = library.notes()
                .create(project("x").id(), new NoteText("", "river"))
                .id();
        library.trash().put(List.of(river, note));

        assertThat(projects("river")).isEmpty();
    }

    @Test
    void whatIsChangedOrRemovedIsNotFoundByItsOldWords() {
        var made = project("River");
        assertThat(projects("river")).hasSize(1);

        library.projects().save(made, made.details().withTitle("Lake"));
        assertThat(projects("river")).isEmpty();
        assertThat(projects("lake")).hasSize(1);

        library.trash().put(List.of(made.id()));
        library.trash().empty();
        new Indexer(test.database()).run();
        assertThat(test.number("SELECT count(*) FROM project_text")).isZero();
    }

    @Test
    void theIndexIsFilledInShortSteps() {
        test.database().change(sql -> {
            for (int i = 0; i < 1200; i++) {
                sql.update("INSERT INTO project (id, title) VALUES (?, 'River')", "p" + i);
            }
        });

        assertThat(new Indexer(test.database()).step()).isTrue();
        assertThat(new Search(test.database()).find("river", 10)).hasSize(10);
        new Indexer(test.database()).run();
        assertThat(new Indexer(test.database()).isBehind()).isFalse();
    }

    private SearchHit.Snippet snippet(String summary, String words) {
        library.projects().create(ProjectDetails.titled("Kitchen").withSummary(summary));
        return find(words).getFirst().snippet();
    }

    @Test
    void whatIsShownOfAMarkdownTextHasNoMarks() {
        var shown = snippet(
                "- *The Outermost House*, Henry Beston\n- **Waterlog**, Roger [Deakin](https://a.test)\n", "waterlog");
        assertThat(shown.text()).endsWith("Beston Waterlog, Roger Deakin");
        assertThat(shown.matches())
                .containsExactly(new SearchHit.Range(
                        shown.text().indexOf("Waterlog"), shown.text().indexOf("Waterlog") + 8));
    }

    @Test
    void whatIsFoundInAMarkIsShownWithIt() {
        assertThat(snippet("See [there](https://waterlog.test).", "waterlog").text())
                .endsWith("(https://waterlog.test).");
    }

    @Test
    void aPieceOfALongTextSaysThatMoreIsAroundIt() {
        var line = "A line of some words.\n";
        var shown = snippet(line.repeat(500) + "*Waterlog* is here.\n" + line.repeat(500), "waterlog");
        assertThat(shown.text()).startsWith("…").endsWith("…").contains("Waterlog is here.");
        assertThat(shown.text()).hasSizeBetween(150, 170);
    }

    private List<ProjectId> projects(String text) {
        return find(text).stream().map(hit -> hit.project().id()).toList();
    }

    private List<SearchHit> find(String text) {
        new Indexer(test.database()).run();
        return new Search(test.database()).find(text, 10);
    }

    private static List<String> matched(SearchHit hit) {
        return hit.snippet().matches().stream()
                .map(range -> hit.snippet().text().substring(range.start(), range.end()))
                .toList();
    }
}
