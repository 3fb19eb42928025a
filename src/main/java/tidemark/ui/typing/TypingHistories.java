package tidemark.ui.typing;

import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.SequencedMap;

/// The typing histories of the texts of a window, from its opening to its closing; those of the [#MOST] texts that were
/// edited last are kept.
public final class TypingHistories {
    static final int MOST = 50;

    private record Key(Object owner, String field) {}

    private final InstantSource clock;
    private final SequencedMap<Key, TypingHistory> edited = new LinkedHashMap<>();

    /// Empty histories.
    ///
    /// @param clock the time, by which a pause in typing is known
    public TypingHistories(InstantSource clock) {
        this.clock = clock;
    }

    /// The history of one text, which holds `text` now, whatever has changed it since it was on show last.
    ///
    /// @param owner whose text it is: the id of a record, or what else is equal to itself alone
    /// @param field the name of the text among those of its owner
    public TypingHistory of(Object owner, String field, String text) {
        var key = new Key(owner, field);
        var known = Optional.ofNullable(edited.get(key));
        known.ifPresent(history -> history.foreign(text));
        return known.orElseGet(() -> begin(key, text));
    }

    private TypingHistory begin(Key key, String text) {
        return new TypingHistory(text, clock, history -> use(key, history));
    }

    private void use(Key key, TypingHistory history) {
        edited.putLast(key, history);
        if (edited.size() > MOST) {
            edited.pollFirstEntry();
        }
    }
}
