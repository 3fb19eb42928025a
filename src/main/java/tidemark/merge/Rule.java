package tidemark.merge;

import java.util.Arrays;
import java.util.Optional;

/// Which rule joined two versions of a field, or could not.
public enum Rule {
    /// One of several values: mine stays.
    VALUE("value"),
    /// Prose, joined line by line.
    TEXT("text"),
    /// A place in an order: mine stays.
    POSITION("position"),
    /// Two parents: mine stays.
    PARENT("parent"),
    /// Decided once: the log's stays.
    FIRST("first"),
    /// Put into the trash on one side, edited on the other: the edit stays.
    TRASH_EDIT("trash-edit"),
    /// Removed for good on one side, edited on the other: the edit stays.
    PURGE_EDIT("purge-edit"),
    /// A move that would put a record inside itself yields.
    CYCLE("cycle");

    private final String code;

    Rule(String code) {
        this.code = code;
    }

    /// The rule of this code; empty for one of a newer program.
    public static Optional<Rule> of(String code) {
        return Arrays.stream(values()).filter(rule -> rule.code.equals(code)).findFirst();
    }

    /// A short name that is stored and never changes.
    public String code() {
        return code;
    }
}
