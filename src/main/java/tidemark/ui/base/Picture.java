package tidemark.ui.base;

import javafx.scene.image.Image;

/// A picture as far as it is known: it is read and decoded in the background.
public sealed interface Picture {
    /// It is being read.
    Picture LOADING = new Loading();

    /// It is being read.
    record Loading() implements Picture {}

    /// It can be shown.
    record Drawn(Image image) implements Picture {}

    /// It is not on this device, and is fetched when a person asks for it.
    ///
    /// @param why in a word or two, where it is
    record Away(String why, Runnable fetch) implements Picture {}

    /// It cannot be shown.
    ///
    /// @param why the reason, in a word or two
    record Absent(String why) implements Picture {}
}
