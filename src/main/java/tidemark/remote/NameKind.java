package tidemark.remote;

import java.util.Set;

/// Names that some storage does not keep as they are. Libraries use long ones only; the others tell what a person may
/// call the folder around them.
public enum NameKind {
    /// As long as the longest of a library, and a little more.
    LONG("long names", "n".repeat(128)),
    /// A space.
    SPACE("spaces", "two words"),
    /// What a careless server decodes twice.
    PERCENT("percent signs", "5%41"),
    /// Letters beyond English, one of them with two encodings.
    UNICODE("letters of all languages", "Gr\u00f6\u00dfe-\u65e5\u672c"),
    /// Two names that some take for one.
    CASE("upper and lower case", "case", "CASE");

    private final String title;
    private final String sample;
    private final String other;

    NameKind(String title, String sample) {
        this(title, sample, sample);
    }

    NameKind(String title, String sample, String other) {
        this.title = title;
        this.sample = sample;
        this.other = other;
    }

    /// For people, in the middle of a sentence.
    public String title() {
        return title;
    }

    /// Names of this kind.
    public Set<String> samples() {
        return sample.equals(other) ? Set.of(sample) : Set.of(sample, other);
    }
}
