package tidemark.files;

import java.util.Locale;

/// The state of a content on this device, for people.
public enum ContentState {
    /// It is here and on the remote.
    HERE("here"),
    /// It is here and waits to be sent.
    WAITING("waiting to be sent"),
    /// It is here and not sent, because a person stopped that.
    STOPPED("not sent: stopped"),
    /// It is being sent.
    SENDING("sending"),
    /// It is on the remote and not here.
    REMOTE("only on the remote"),
    /// It is being fetched.
    FETCHING("fetching"),
    /// It is neither here nor on the remote.
    MISSING("missing"),
    /// It arrived damaged from the remote, twice.
    DAMAGED("damaged");

    private final String words;

    ContentState(String words) {
        this.words = words;
    }

    /// The state in words.
    public String words() {
        return words;
    }

    /// The name for programs, such as `fetching`.
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
