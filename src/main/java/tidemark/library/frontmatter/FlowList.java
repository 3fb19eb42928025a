package tidemark.library.frontmatter;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tidemark.library.frontmatter.FrontMatterValue.Scalar;

/// A list in brackets with commas between its items.
final class FlowList {
    private final String text;
    private final List<Scalar> items = new ArrayList<>();
    private int at = 1;

    private FlowList(String text) {
        this.text = text;
    }

    /// The entry's value; empty when the list does not end, has a list or object in it, or words behind it.
    static Optional<FrontMatterValue> of(FrontMatterEntry entry) {
        var words = new ArrayList<String>();
        words.add(entry.head());
        entry.rest().forEach(line -> words.add(line.strip()));
        if (words.stream().anyMatch(line -> line.startsWith("#"))) {
            return Optional.empty(); // comments between items: the entry stays as it is
        }
        return new FlowList(String.join(" ", words)).parse();
    }

    private Optional<FrontMatterValue> parse() {
        while (at < text.length()) {
            skipBlanks();
            if (at >= text.length() || "[{}".indexOf(text.charAt(at)) >= 0) {
                return Optional.empty();
            }
            if (text.charAt(at) == ']') {
                return end();
            }
            if (text.charAt(at) == ',') {
                at++;
            } else if (!item()) {
                return Optional.empty();
            }
        }
        return Optional.empty();
    }

    private void skipBlanks() {
        while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
            at++;
        }
    }

    private boolean item() {
        if ("\"'".indexOf(text.charAt(at)) < 0) {
            int begin = at;
            while (at < text.length() && ",]".indexOf(text.charAt(at)) < 0) {
                at++;
            }
            items.add(new Scalar(text.substring(begin, at).strip(), false));
            return true;
        }
        var quoted = QuotedText.at(text, at);
        quoted.ifPresent(item -> {
            items.add(new Scalar(item.text(), true));
            at = item.end();
        });
        skipBlanks();
        return quoted.isPresent() && at < text.length() && ",]".indexOf(text.charAt(at)) >= 0;
    }

    private Optional<FrontMatterValue> end() {
        var behind = text.substring(at + 1).strip();
        if (behind.isEmpty()) {
            return Optional.of(new FrontMatterValue(items, List.of()));
        }
        return behind.startsWith("#")
                ? Optional.of(new FrontMatterValue(items, FrontMatterValue.with(List.of(), behind)))
                : Optional.empty();
    }
}
