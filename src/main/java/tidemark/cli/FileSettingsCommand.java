package tidemark.cli;

import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.Callable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import tidemark.app.App;
import tidemark.files.FetchPolicy;
import tidemark.files.TransferSettings;

/// The `file settings` command: shows and changes how this computer treats the contents of files.
@Command(
        name = "settings",
        description = {
            "Show how this computer treats the contents of files; with options, change it first.",
            "A SIZE is a number of bytes, or one with a unit such as 10M; none is no limit."
        })
final class FileSettingsCommand implements Callable<Integer> {
    /// The settings now.
    ///
    /// @param fetchUpTo the most bytes of a content that is fetched by itself; empty where all are
    /// @param keep the most bytes of contents to keep here
    /// @param up the most bytes a second to send
    /// @param down the most bytes a second to fetch
    private record Shown(OptionalLong fetchUpTo, OptionalLong keep, OptionalLong up, OptionalLong down, boolean paused)
            implements Report {
        static Shown of(TransferSettings settings) {
            var largest = settings.fetch().equals(FetchPolicy.ALL)
                    ? OptionalLong.empty()
                    : OptionalLong.of(settings.fetch().largest());
            return new Shown(largest, settings.cacheLimit(), settings.up(), settings.down(), settings.isPaused());
        }

        @Override
        public String text() {
            return """
                    fetched    %s
                    kept here  %s
                    sending    %s
                    fetching   %s
                    transfers  %s""".formatted(
                    fetchUpTo.isPresent()
                            ? "up to " + Bytes.shown(fetchUpTo.getAsLong()) + "; larger files when they are opened"
                            : "all files",
                    keep.isPresent()
                            ? "up to " + Bytes.shown(keep.getAsLong()) + "; what is used least goes first"
                            : "all that was fetched or added",
                    rate(up),
                    rate(down),
                    paused ? "paused" : "on");
        }

        private static String rate(OptionalLong bytes) {
            return bytes.isPresent() ? "up to " + Bytes.shown(bytes.getAsLong()) + "/s" : "as fast as it goes";
        }
    }

    /// A pause, or the end of it.
    private static final class Pausing {
        @Option(names = "--pause", description = "Move no content until --resume, also after a restart.")
        private boolean pause;

        @Option(names = "--resume", description = "End the pause.")
        private boolean resume;
    }

    private final Session session;

    @Option(
            names = "--fetch",
            paramLabel = "SIZE",
            description = "Fetch contents up to this size by themselves, larger ones when they are opened; or all.")
    private Optional<ByteLimit> fetch = Optional.empty();

    @Option(
            names = "--keep",
            paramLabel = "SIZE",
            description = "Keep contents of this size together here. What is pinned or not sent yet stays beyond it.")
    private Optional<ByteLimit> keep = Optional.empty();

    @Option(names = "--up", paramLabel = "SIZE", description = "Send this much a second at most.")
    private Optional<ByteLimit> up = Optional.empty();

    @Option(names = "--down", paramLabel = "SIZE", description = "Fetch this much a second at most.")
    private Optional<ByteLimit> down = Optional.empty();

    @ArgGroup
    private Pausing pausing = new Pausing();

    FileSettingsCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        return session.inLibrary(this::changed);
    }

    private Report changed(App app) {
        var before = app.files().settings();
        var after = new TransferSettings(
                fetch.map(FileSettingsCommand::policy).orElse(before.fetch()),
                keep.map(ByteLimit::bytes).orElse(before.cacheLimit()),
                up.map(ByteLimit::bytes).orElse(before.up()),
                down.map(ByteLimit::bytes).orElse(before.down()),
                pausing.pause || (before.isPaused() && !pausing.resume));
        if (!after.equals(before)) {
            app.files().settings(after);
        }
        return Shown.of(app.files().settings());
    }

    private static FetchPolicy policy(ByteLimit limit) {
        return limit.bytes().isPresent() ? new FetchPolicy(limit.bytes().getAsLong()) : FetchPolicy.ALL;
    }
}
