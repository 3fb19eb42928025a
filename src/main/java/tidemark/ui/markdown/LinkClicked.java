package tidemark.ui.markdown;

import javafx.event.Event;
import javafx.event.EventType;

/// The wish of a person to open a link in a text. It goes up to the window that shows the text, which decides: see
/// [Links].
public final class LinkClicked extends Event {
    /// The type of these events.
    public static final EventType<LinkClicked> TYPE = new EventType<>(Event.ANY, "LINK_CLICKED");

    private static final long serialVersionUID = 1;

    private final String address;

    private LinkClicked(String address) {
        super(TYPE);
        this.address = address;
    }

    /// The wish to open this address.
    public static LinkClicked of(String address) {
        return new LinkClicked(address);
    }

    /// The address as it stands in the text.
    public String address() {
        return address;
    }
}
