package tidemark.ui.list;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import javafx.collections.ListChangeListener.Change;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tidemark.ui.list.PagedList.Element;

/// A long list of which only the shown part is read.
final class PagedListTest {
    private final List<Integer> asked = new ArrayList<>();
    private final PagedList<String> list = new PagedList<>(asked::add);

    private static List<String> page(int page, int count, String mark) {
        return IntStream.range(0, count)
                .mapToObj(i -> mark + (page * PagedList.PAGE + i))
                .toList();
    }

    @Test
    void aPlaceThatNobodyLookedAtIsNotRead() {
        list.clear(100_000);
        assertThat(list).hasSize(100_000);
        assertThat(asked).isEmpty();
    }

    @Test
    void aPageIsAskedForOnceAndHoldsAPlaceholderUntilItIsThere() {
        list.clear(1000);
        assertThat(list.get(250)).isEqualTo(new Element<>(Optional.empty()));
        assertThat(list.get(251)).isEqualTo(new Element<>(Optional.empty()));
        assertThat(asked).containsExactly(2);
        list.put(2, page(2, 100, "a"));
        assertThat(list.get(250)).isEqualTo(new Element<>(Optional.of("a250")));
        assertThat(asked).containsExactly(2);
    }

    @Test
    void afterAChangeTheOldPageIsShownUntilTheNewOneIsThere() {
        list.clear(150);
        list.put(0, page(0, 100, "a"));
        list.refresh(151);
        assertThat(list.get(7)).isEqualTo(new Element<>(Optional.of("a7")));
        assertThat(asked).containsExactly(0);
        list.put(0, page(0, 100, "b"));
        assertThat(list.get(7)).isEqualTo(new Element<>(Optional.of("b7")));
        assertThat(asked).containsExactly(0);
    }

    @Test
    void whatWasReadBeyondTheEndIsNotFoundAnyMore() {
        list.clear(150);
        list.put(0, page(0, 100, "a"));
        list.put(1, page(1, 50, "a"));
        assertThat(list.find("a120"::equals)).contains(120);
        list.refresh(60);
        assertThat(list.find("a120"::equals)).isEmpty();
        assertThat(list.find("a70"::equals)).isEmpty();
        assertThat(list.find("a59"::equals)).contains(59);
        list.refresh(150);
        assertThat(list.get(120)).isEqualTo(new Element<>(Optional.empty()));
    }

    @Test
    void aShortPageLeavesPlaceholdersAndNoError() {
        list.clear(100);
        list.put(0, page(0, 40, "a"));
        assertThat(list.get(39)).isEqualTo(new Element<>(Optional.of("a39")));
        assertThat(list.get(40)).isEqualTo(new Element<>(Optional.empty()));
    }

    /// A listener that only follows the changes, as a view does, ends with the same list.
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void itsChangesTellAllThatChanges(long seed) {
        var random = new Random(seed);
        var seen = new ArrayList<Element<String>>();
        list.addListener((Change<? extends Element<String>> change) -> follow(change, seen));
        for (int step = 0; step < 300; step++) {
            var size = random.nextInt(450);
            switch (random.nextInt(5)) {
                case 0 -> list.clear(size);
                case 1 -> list.refresh(size);
                case 2 -> look(random, seen);
                default -> {
                    var page = random.nextInt(5);
                    list.put(page, page(page, random.nextInt(PagedList.PAGE + 1), "v" + step + "-"));
                }
            }
            assertThat(seen).hasSameSizeAs(list);
            for (int i = 0; i < list.size(); i++) {
                assertThat(list.get(i)).as("place %d after step %d", i, step).isEqualTo(seen.get(i));
            }
        }
    }

    private void look(Random random, List<Element<String>> seen) {
        if (!list.isEmpty()) {
            var place = random.nextInt(list.size());
            assertThat(list.get(place)).isEqualTo(seen.get(place));
        }
    }

    private void follow(Change<? extends Element<String>> change, List<Element<String>> seen) {
        while (change.next()) {
            if (change.wasUpdated()) {
                for (int i = change.getFrom(); i < change.getTo(); i++) {
                    seen.set(i, list.get(i));
                }
            } else {
                seen.subList(change.getFrom(), change.getFrom() + change.getRemovedSize())
                        .clear();
                for (int i = change.getFrom(); i < change.getTo(); i++) {
                    seen.add(i, list.get(i));
                }
            }
        }
    }
}
