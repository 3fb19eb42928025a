package tidemark.library.frontmatter;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tidemark.library.frontmatter.FrontMatterValue.Scalar;

/// The value of an entry as a list: in brackets, or with a dash before each item.
final class FrontMatterList {
    private FrontMatterList() {}

    /// The entry's value; empty when it is no list, or holds other lists.
    static Optional<FrontMatterValue> of(FrontMatterEntry entry) {
        return entry.head().startsWith("[") ? FlowList.of(entry) : dashed(entry);
    }

    private static Optional<FrontMatterValue> dashed(FrontMatterEntry entry) {
        var items = new ArrayList<Scalar>();
        var comments = new ArrayList<String>();
        if (entry.head().startsWith("#")) {
            comments.add(entry.head() + "\n");
        } else if (!entry.head().isEmpty()) {
            return Optional.empty();
        }
        for (var line : entry.rest()) {
            var words = line.strip();
            if (words.startsWith("#")) {
                comments.add(line);
            } else if (FrontMatterValue.isItem(words)) {
                var item = FrontMatterValue.scalar(List.of(words.substring(1).strip()), List.of());
                if (item.isEmpty()) {
                    return Optional.empty();
                }
                items.addAll(item.get().texts());
                comments.addAll(item.get().comments());
            } else if (!words.isEmpty()) {
                return Optional.empty();
            }
        }
        return items.isEmpty() ? Optional.empty() : Optional.of(new FrontMatterValue(items, comments));
    }
}
