package tidemark.remote.probe;

import java.util.Set;
import java.util.stream.Collectors;
import tidemark.remote.NameKind;

/// The outcome for the kinds of names that a server does not keep: a failure only where a library needs them.
record KeptNames(Set<NameKind> lost) {
    Outcome outcome() {
        var words = lost.stream().sorted().map(NameKind::title).collect(Collectors.joining(", "));
        if (lost.contains(NameKind.LONG)) {
            return Outcome.failed("The server does not keep " + words + ".");
        }
        return words.isEmpty()
                ? new Outcome.Passed("Also long ones, with spaces, percent signs and letters of all languages.")
                : new Outcome.Lacking("All that a library uses are kept. Not kept: " + words + ".");
    }
}
