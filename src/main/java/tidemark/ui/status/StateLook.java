package tidemark.ui.status;

import static tidemark.ui.base.Texts.text;

import java.time.Duration;
import java.time.Instant;
import org.kordamp.ikonli.feather.Feather;
import tidemark.sync.SyncState;
import tidemark.sync.SyncStatus;
import tidemark.ui.base.RelativeTime;
import tidemark.ui.base.Sizes;

/// The appearance of a sync state: icon, colour and texts.
///
/// @param style the style class of its colour
/// @param words the state in one line
/// @param more an explanation in a sentence or two
record StateLook(Feather icon, String style, String words, String more) {
    static StateLook of(SyncStatus status, Instant now) {
        return switch (status.state()) {
            case SyncState.ActionNeeded(var problem, var _) ->
                new StateLook(Feather.ALERT_OCTAGON, "danger", text("sync.action"), problem.toString());
            case SyncState.UpdateNeeded(var minReader) ->
                new StateLook(
                        Feather.ARROW_UP_CIRCLE, "warning", text("sync.update"), text("sync.update.more", minReader));
            case SyncState.Paused() ->
                new StateLook(Feather.PAUSE_CIRCLE, "muted", text("sync.paused", status.pending()), waiting(status));
            case SyncState.Syncing syncing -> of(syncing);
            case SyncState.Checking() ->
                new StateLook(Feather.SEARCH, "accent", text("sync.checking"), text("sync.checking.more"));
            case SyncState.Offline(var nextTry, var because, var _) ->
                new StateLook(
                        Feather.CLOUD_OFF,
                        "warning",
                        text("sync.offline", RelativeTime.span(Duration.between(now, nextTry))),
                        because.toString());
            case SyncState.Waiting(var changes) ->
                new StateLook(Feather.UPLOAD_CLOUD, "accent", text("sync.waiting", changes), text("sync.waiting.more"));
            case SyncState.Conflicts(var count) ->
                new StateLook(
                        Feather.ALERT_TRIANGLE, "warning", text("sync.conflicts", count), text("sync.conflicts.more"));
            case SyncState.UpToDate() ->
                new StateLook(Feather.CHECK_CIRCLE, "success", upToDate(status, now), text("sync.uptodate.more"));
            case SyncState.LocalOnly() ->
                new StateLook(Feather.HARD_DRIVE, "muted", text("sync.local"), text("sync.local.more"));
        };
    }

    private static StateLook of(SyncState.Syncing syncing) {
        return new StateLook(
                Feather.REFRESH_CW,
                "accent",
                text(
                        "sync.syncing",
                        syncing.done(),
                        syncing.total(),
                        Sizes.words(syncing.bytes()),
                        Sizes.words(syncing.bytesPerSecond())),
                text("sync.syncing.more"));
    }

    private static String waiting(SyncStatus status) {
        return text("sync.paused.more", status.pending());
    }

    private static String upToDate(SyncStatus status, Instant now) {
        return status.lastCheck()
                .map(checked -> text(
                        "sync.uptodate.checked", RelativeTime.since(Duration.between(checked, now)), status.version()))
                .orElse(text("sync.uptodate"));
    }
}
