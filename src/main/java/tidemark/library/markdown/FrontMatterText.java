package tidemark.library.markdown;

import java.util.List;
import tools.jackson.databind.json.JsonMapper;

/// A builder of front matter. Its values are written as JSON, which is YAML that needs no quoting rules of its own.
final class FrontMatterText {
    private static final JsonMapper JSON = new JsonMapper();

    private final StringBuilder lines = new StringBuilder();

    FrontMatterText with(String key, String value) {
        return line(key, JSON.writeValueAsString(value));
    }

    FrontMatterText with(String key, List<String> values) {
        return line(key, JSON.writeValueAsString(values));
    }

    private FrontMatterText line(String key, String json) {
        lines.append(key).append(": ").append(json).append('\n');
        return this;
    }

    @Override
    public String toString() {
        return "---\n" + lines + "---\n";
    }
}
