package tidemark.sync;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import tidemark.library.search.Indexer;
import tidemark.library.search.Search;

/// The search on the device that receives texts by a sync.
final class SearchAfterSyncTest extends WithPair {
    private static List<String> found(Copy device, String words) {
        var indexer = new Indexer(device.database);
        indexer.run();
        assertThat(indexer.findings()).isEmpty();
        assertThat(device.database.<Long>read(
                        sql -> sql.number("SELECT count(*) FROM to_index").orElseThrow()))
                .isZero();
        return new Search(device.database)
                .find(words, 10).stream().map(hit -> hit.project().title()).toList();
    }

    @Test
    void aTextThatArrivesIsFoundAndOneThatIsChangedOnlyByItsNewWords() {
        laptop.set("project", "p", "title", "River", "summary", "a long walk");
        laptop.set("note", "n", "project", "p", "title", "Where", "body", "the old bridge");
        laptop.set("file", "f", "project", "p", "name", "map.pdf");
        laptop.sync();
        desk.sync();
        for (var words : List.of("river", "walk", "where", "bridge", "map")) {
            assertThat(found(desk, words)).as(words).containsExactly("River");
        }

        laptop.set("project", "p", "title", "Lake", "summary", "a short swim");
        laptop.set("note", "n", "body", "the new pier");
        laptop.set("file", "f", "name", "plan.pdf");
        laptop.sync();
        desk.sync();
        for (var words : List.of("river", "walk", "bridge", "map")) {
            assertThat(found(desk, words)).as(words).isEmpty();
        }
        for (var words : List.of("lake", "swim", "where", "pier", "plan")) {
            assertThat(found(desk, words)).as(words).containsExactly("Lake");
        }
    }

    @Test
    void whatIsRemovedByASyncIsNotFound() {
        laptop.set("project", "p", "title", "River");
        laptop.set("note", "n", "project", "p", "body", "the old bridge");
        laptop.sync();
        desk.sync();
        assertThat(found(desk, "river")).isNotEmpty();

        laptop.purge("note", "n");
        laptop.sync();
        desk.sync();
        assertThat(found(desk, "bridge")).isEmpty();
        assertThat(found(desk, "river")).isNotEmpty();

        laptop.purge("project", "p");
        laptop.sync();
        desk.sync();
        assertThat(found(desk, "river")).isEmpty();
    }

    @Test
    void aMergedTextIsFoundByTheWordsOfBoth() {
        laptop.set("note", "n", "body", "one\n\ntwo\n\nthree");
        laptop.set("project", "p", "title", "River");
        laptop.set("note", "n", "project", "p");
        laptop.sync();
        desk.sync();
        laptop.set("note", "n", "body", "eins\n\ntwo\n\nthree");
        desk.set("note", "n", "body", "one\n\ntwo\n\ndrei");
        laptop.sync();
        desk.sync();
        laptop.sync();
        for (var device : List.of(laptop, desk)) {
            assertThat(found(device, "eins drei")).containsExactly("River");
            assertThat(found(device, "three")).isEmpty();
        }
    }
}
