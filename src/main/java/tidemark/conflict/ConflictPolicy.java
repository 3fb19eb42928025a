package tidemark.conflict;

import java.util.Arrays;
import java.util.Optional;

/// The rule by which a conflict is resolved when it arises. Whatever is chosen, a conflict row keeps both versions.
public enum ConflictPolicy {
    /// A person decides, whenever they like; until then the record has mine.
    ASK("ask"),
    /// The record keeps mine.
    MINE("mine"),
    /// The record gets theirs.
    THEIRS("theirs"),
    /// The record keeps mine, and a second record has theirs.
    BOTH("both");

    private final String code;

    ConflictPolicy(String code) {
        this.code = code;
    }

    /// The name in settings and on the command line.
    public String code() {
        return code;
    }

    /// The policy of this name, if there is one.
    public static Optional<ConflictPolicy> of(String code) {
        return Arrays.stream(values())
                .filter(policy -> policy.code.equals(code))
                .findFirst();
    }

    /// The choice that is made at once; empty when a person is asked.
    public Optional<Choice> choice() {
        return switch (this) {
            case ASK -> Optional.empty();
            case MINE -> Optional.of(new Choice.Mine());
            case THEIRS -> Optional.of(new Choice.Theirs());
            case BOTH -> Optional.of(new Choice.Both());
        };
    }
}
