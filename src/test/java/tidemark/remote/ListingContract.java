package tidemark.remote;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// The contract of every store about listings.
abstract class ListingContract extends PartContract {
    @Test
    void namesAreListedInTheOrderOfTheirWholeText() {
        var store = store();
        var names = Stream.of("a/b", "a-b", "a.b", "a0", "a/b-c/d", "a/b.c", "Z", "_", "b/c/d/e", "b/c.d", "0")
                .map(ObjectContract::name)
                .toList();
        names.forEach(each -> store.put(each, body("x"), Metadata.NONE));

        assertThat(store.list("", Optional.empty(), 100))
                .containsExactlyElementsOf(names.stream().sorted().toList());
    }

    @Test
    void aPrefixMayEndInsideAPart() {
        var store = store();
        Stream.of("changes/000/041", "changes/000/042", "changes/001/041", "changes-of-plan", "chang", "devices/x")
                .forEach(each -> store.put(name(each), body("x"), Metadata.NONE));

        assertThat(store.list("changes/000/04", Optional.empty(), 9))
                .containsExactly(name("changes/000/041"), name("changes/000/042"));
        assertThat(store.list("changes/00", Optional.empty(), 9)).hasSize(3);
        assertThat(store.list("changes", Optional.empty(), 9)).hasSize(4).startsWith(name("changes-of-plan"));
        assertThat(store.list("changes/", Optional.empty(), 9)).hasSize(3);
        assertThat(store.list("changes/000/041", Optional.empty(), 9)).containsExactly(name("changes/000/041"));
        assertThat(store.list("d", Optional.empty(), 9)).containsExactly(name("devices/x"));
    }

    @Test
    void aPrefixThatNoNameCanHaveListsNothing() {
        var store = store();
        store.put(name("a/b"), body("x"), Metadata.NONE);

        for (var prefix : List.of("c", "a/c", "a/b/", "../", "..", "/", "a//", "a/../a/", ".", "a/./", "~")) {
            assertThat(store.list(prefix, Optional.empty(), 10)).as(prefix).isEmpty();
        }
    }

    @Test
    void pagesOfAnySizeGiveEveryNameOnce() {
        var store = store();
        var random = new SplittableRandom(7);
        var names = IntStream.range(0, 40)
                .mapToObj(i -> name("p" + random.nextInt(3) + "/" + "abc".charAt(random.nextInt(3)) + "-/" + i))
                .sorted()
                .toList();
        names.forEach(each -> store.put(each, body("x"), Metadata.NONE));

        for (var size : List.of(1, 2, 7, 39, 40, 41)) {
            assertThat(pages(store, "", size)).as("pages of " + size).isEqualTo(names);
            assertThat(pages(store, "p1/", size))
                    .isEqualTo(names.stream()
                            .filter(each -> each.value().startsWith("p1/"))
                            .toList());
        }
        assertThat(store.list("", Optional.empty(), 0)).isEmpty();
    }

    @Test
    void aPageStartsAfterANameThatNeedNotExist() {
        var store = store();
        Stream.of("a/1", "a/3", "b/1").forEach(each -> store.put(name(each), body("x"), Metadata.NONE));

        assertThat(store.list("", Optional.of(name("a/2")), 9)).containsExactly(name("a/3"), name("b/1"));
        assertThat(store.list("a/", Optional.of(name("a/3")), 9)).isEmpty();
        assertThat(store.list("", Optional.of(name("a")), 9)).hasSize(3);
        assertThat(store.list("", Optional.of(name("a0")), 9)).containsExactly(name("b/1"));
        assertThat(store.list("a/", Optional.of(name("b")), 9)).isEmpty();
        assertThat(store.list("b/", Optional.of(name("a")), 9)).containsExactly(name("b/1"));
    }

    private static List<ObjectName> pages(RemoteStore store, String prefix, int size) {
        var all = new ArrayList<ObjectName>();
        var page = store.list(prefix, Optional.empty(), size);
        while (!page.isEmpty()) {
            assertThat(page).hasSizeLessThanOrEqualTo(size);
            all.addAll(page);
            page = store.list(prefix, Optional.of(page.getLast()), size);
        }
        return all;
    }
}
