package tidemark.library.links;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tidemark.library.links.TextLink.Form;

/// A text whose links were written for other places of the files that they lead to.
///
/// @param was how each changed target was written before: enough to have the text back to the letter
public record MovedLinks(String text, Map<String, String> was) {
    private static final int TRIES = 50;

    public MovedLinks {
        was = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(was));
    }

    /// The text with links to other places.
    ///
    /// @param links those in the text
    /// @param to the paths that links are to lead to, as seen from the text; those of others stay
    /// @return the text as it was, where it would not come back to the letter
    public static MovedLinks of(String text, List<TextLink> links, Map<TextLink, String> to) {
        var kept = new HashSet<String>();
        links.stream().filter(link -> !to.containsKey(link)).forEach(link -> kept.add(link.written(text)));
        var was = new LinkedHashMap<String, String>();
        var moved = new StringBuilder();
        int at = 0;
        for (var link : links) {
            var former = link.written(text);
            var target = Optional.ofNullable(to.get(link)).flatMap(path -> target(link, path, former, was, kept));
            if (target.isPresent() && link.begin() >= at) {
                moved.append(text, at, link.begin()).append(target.get());
                was.put(target.get(), former);
                at = link.end();
            }
        }
        var result = new MovedLinks(moved.append(text, at, text.length()).toString(), was);
        return restored(result.text, was).equals(text) ? result : new MovedLinks(text, Map.of());
    }

    /// The writing of a target that stands for this former one alone.
    private static Optional<String> target(
            TextLink link, String path, String former, Map<String, String> was, Set<String> kept) {
        var plain = Written.path(path, link.form()).map(written -> written + mark(link, former));
        if (plain.isEmpty()) {
            return plain;
        }
        var target = plain.get();
        for (int i = 0; i < TRIES; i++) {
            if (!kept.contains(target) && was.getOrDefault(target, former).equals(former)) {
                return Optional.of(target);
            }
            target = (link.form() == Form.WIKI ? "/" : "./") + target;
        }
        return Optional.empty();
    }

    /// The place inside the file that a target names behind its path.
    private static String mark(TextLink link, String former) {
        int mark = former.indexOf('#');
        return mark < 0 || link.form() == Form.WIKI ? "" : former.substring(mark);
    }

    /// The text as it was before its links were changed.
    ///
    /// @param was how each target was written
    public static String restored(String text, Map<String, String> was) {
        if (was.isEmpty()) {
            return text;
        }
        var restored = new StringBuilder();
        int at = 0;
        for (var link : TextLinks.in(text)) {
            var former = Optional.ofNullable(was.get(link.written(text)));
            if (former.isPresent() && link.begin() >= at) {
                restored.append(text, at, link.begin()).append(former.get());
                at = link.end();
            }
        }
        return restored.append(text, at, text.length()).toString();
    }
}
