package tidemark.remote;

import java.util.Set;

/// The kinds of names that some storage changes or refuses. Libraries need long ones only; the others show what a
/// person may call the folder around them.
public enum NameKind {
    /// Names a little longer than the longest one of a library.
    LONG("long names", "n".repeat(128)),
    /// Names with a space.
    SPACE("spaces", "two words"),
    /// Names with a percent sign, which a careless server decodes twice.
    PERCENT("percent signs", "5%41"),
    /// Names with letters beyond English, one of which has two encodings in Unicode.
    UNICODE("letters of all languages", "Gr\u00f6\u00dfe-\u65e5\u672c"),
    /// Two names that differ in case only.
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

    /// The kind in words for people, for the middle of a sentence.
    public String title() {
        return title;
    }

    /// The names of this kind that are tried.
    public Set<String> samples() {
        return sample.equals(other) ? Set.of(sample) : Set.of(sample, other);
    }
}
