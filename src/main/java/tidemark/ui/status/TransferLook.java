package tidemark.ui.status;

import static tidemark.ui.base.Texts.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.kordamp.ikonli.feather.Feather;
import tidemark.files.TransferStatus;
import tidemark.ui.base.RelativeTime;
import tidemark.ui.base.Sizes;

/// The appearance of the transfers of files in the status bar and in the details.
///
/// @param words the state in one line
/// @param more how much waits in each direction, and what is in the way
/// @param part how much is over, from 0 to 1; empty while nothing is moved
record TransferLook(Kind kind, String words, String more, Optional<Double> part) {
    /// Nothing is moved, and nothing waits.
    static final TransferLook NONE = new TransferLook(Kind.IDLE, text("transfers.none"), "", Optional.empty());

    /// The kinds of states that they are in.
    enum Kind {
        /// Nothing waits.
        IDLE,
        /// They are under way.
        MOVING,
        /// A person stopped them.
        PAUSED,
        /// Something is in the way.
        STUCK;

        /// The icon of the kind.
        Feather icon() {
            return switch (this) {
                case IDLE -> Feather.CHECK;
                case MOVING -> Feather.REPEAT;
                case PAUSED -> Feather.PAUSE_CIRCLE;
                case STUCK -> Feather.ALERT_TRIANGLE;
            };
        }
    }

    /// The look of this status.
    ///
    /// @param part how much is over
    static TransferLook of(TransferStatus status, double part) {
        var files = status.toSend().count() + status.toFetch().count();
        if (files == 0) {
            return status.isPaused() ? paused(status, files) : NONE;
        }
        if (status.isPaused()) {
            return paused(status, files);
        }
        if (status.trouble().isPresent()) {
            var trouble = status.trouble().get();
            var words = text("transfers.stuck", files);
            return new TransferLook(Kind.STUCK, words, waiting(status) + "\n" + trouble, Optional.empty());
        }
        return new TransferLook(Kind.MOVING, moving(status, files, part), waiting(status), Optional.of(part));
    }

    private static TransferLook paused(TransferStatus status, long files) {
        return new TransferLook(Kind.PAUSED, text("transfers.paused", files), waiting(status), Optional.empty());
    }

    private static String moving(TransferStatus status, long files, double part) {
        var words = new ArrayList<String>();
        words.add(text("transfers.files", files, (long) Math.floor(part * 100)));
        if (status.rate().isPresent()) {
            words.add(text("transfers.rate", Sizes.words(status.rate().getAsLong())));
        }
        status.left().ifPresent(left -> words.add(text("transfers.left", RelativeTime.span(left))));
        return String.join(" \u00b7 ", words);
    }

    /// How much waits in each direction.
    private static String waiting(TransferStatus status) {
        var words = new ArrayList<String>();
        add(words, "transfers.up", status.toSend());
        add(words, "transfers.down", status.toFetch());
        return words.isEmpty() ? text("transfers.none") : String.join("\n", words);
    }

    private static void add(List<String> words, String key, TransferStatus.Amount amount) {
        if (amount.count() > 0) {
            words.add(text(key, amount.count(), Sizes.words(amount.bytes())));
        }
    }
}
