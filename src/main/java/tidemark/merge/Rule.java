package tidemark.merge;

import java.util.Arrays;
import java.util.Optional;

/// The rule that merged two versions of a field, or could not.
public enum Rule {
    /// One of several values: mine stays.
    VALUE("value"),
    /// Prose, merged line by line.
    TEXT("text"),
    /// A position in an order: mine stays.
    POSITION("position"),
    /// Two parents: mine stays.
    PARENT("parent"),
    /// A value decided once: the log's stays.
    FIRST("first"),
    /// In the trash on one side, edited on the other: the edit stays.
    TRASH_EDIT("trash-edit"),
    /// Removed for good on one side, edited on the other: the edit stays.
    PURGE_EDIT("purge-edit"),
    /// A move that would put a record inside itself: it is not carried out.
    CYCLE("cycle");

    private final String code;

    Rule(String code) {
        this.code = code;
    }

    /// The rule of this code; empty for a rule of a newer program.
    public static Optional<Rule> of(String code) {
        return Arrays.stream(values()).filter(rule -> rule.code.equals(code)).findFirst();
    }

    /// The short name that is stored and never changes.
    public String code() {
        return code;
    }
}
