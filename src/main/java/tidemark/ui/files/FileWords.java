package tidemark.ui.files;

import static tidemark.ui.base.Texts.text;

import java.time.Clock;
import java.util.List;
import java.util.Locale;
import org.kordamp.ikonli.feather.Feather;
import tidemark.files.ContentState;
import tidemark.ui.base.RelativeTime;
import tidemark.ui.base.Sizes;

/// Files as text and icons for people.
final class FileWords {
    private FileWords() {}

    /// The icon of a media type. An archive is known by its name only.
    static Feather icon(FileLine line) {
        var type = line.file().details().mediaType();
        var kind = type.substring(0, Math.max(0, type.indexOf('/')));
        return switch (kind) {
            case "image" -> Feather.IMAGE;
            case "audio" -> Feather.MUSIC;
            case "video" -> Feather.FILM;
            case "text" -> Feather.FILE_TEXT;
            default -> ofApplication(type);
        };
    }

    private static Feather ofApplication(String type) {
        if (List.of("zip", "tar", "gzip", "compress", "7z").stream().anyMatch(type::contains)) {
            return Feather.ARCHIVE;
        }
        if (List.of("pdf", "document", "word", "presentation", "sheet").stream().anyMatch(type::contains)) {
            return Feather.FILE_TEXT;
        }
        return type.contains("json") || type.contains("xml") ? Feather.CODE : Feather.FILE;
    }

    /// Why a file that is not here cannot be shown.
    static String away(ContentState state) {
        return switch (state) {
            case FETCHING -> text("files.picture.fetching");
            case REMOTE -> text("files.picture.away");
            case HERE, WAITING, SENDING, MISSING, DAMAGED, STOPPED -> state(state);
        };
    }

    static String state(ContentState state) {
        return text("files.state." + state.name().toLowerCase(Locale.ROOT));
    }

    /// The icon of a state, and its style class.
    static Feather icon(ContentState state) {
        return switch (state) {
            case HERE -> Feather.CHECK;
            case WAITING -> Feather.CLOCK;
            case STOPPED -> Feather.PAUSE;
            case SENDING -> Feather.UPLOAD_CLOUD;
            case REMOTE -> Feather.CLOUD;
            case FETCHING -> Feather.DOWNLOAD_CLOUD;
            case MISSING -> Feather.HELP_CIRCLE;
            case DAMAGED -> Feather.ALERT_TRIANGLE;
        };
    }

    static String style(ContentState state) {
        return switch (state) {
            case HERE -> "success";
            case SENDING, FETCHING -> "accent";
            case WAITING, STOPPED, REMOTE -> "muted";
            case MISSING, DAMAGED -> "danger";
        };
    }

    static String size(FileLine line) {
        return Sizes.words(line.file().details().size());
    }

    /// When and by which device it was added, as far as that is known.
    static String added(FileLine line, Clock clock) {
        var when = line.file()
                .added()
                .map(time -> RelativeTime.ago(time, clock.instant(), clock.getZone()))
                .orElse("");
        var by = line.file().addedBy().orElse("");
        return when.isEmpty() || by.isEmpty() ? when + by : text("files.added", when, by);
    }

    /// All of it in one line, for screen readers.
    static String spoken(FileLine line, Clock clock) {
        return text(
                "files.spoken",
                line.name().shown(),
                size(line),
                state(line.state()),
                line.isPinned() ? 1 : 0,
                added(line, clock));
    }
}
