package tidemark.cli;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import tidemark.app.App;
import tidemark.sync.Comparison;

/// The `devices` command: compares this device with the others by the state hashes in their hints.
@Command(
        name = "devices",
        description = {
            "Compare this device with the others that sync this library, by the fingerprint that each left on the"
                    + " remote: equal fingerprints prove equal libraries.",
            "A device leaves one at most once an hour, so what is compared may be an earlier version."
        })
final class DevicesCommand implements Callable<Integer> {
    /// Another device, compared with this one.
    ///
    /// @param device its name
    /// @param version the version of the state hash that it left on the remote
    /// @param compared a verdict of [Comparison.Verdict] in lower case
    private record Item(String device, long version, Instant seen, String compared) {
        static Item of(Comparison comparison) {
            return new Item(
                    comparison.device(),
                    comparison.version(),
                    comparison.seen(),
                    comparison.verdict().name().toLowerCase(Locale.ROOT));
        }

        String text() {
            return switch (Comparison.Verdict.valueOf(compared.toUpperCase(Locale.ROOT))) {
                case IDENTICAL -> "Identical to %s as of version %,d".formatted(device, version);
                case DIFFERENT ->
                    "NOT identical to %s as of version %,d: run `tidemark verify --remote` on both"
                            .formatted(device, version);
                case AHEAD -> "%s is ahead, at version %,d: sync first".formatted(device, version);
                case UNKNOWN -> "%s was at version %,d, which cannot be compared any longer".formatted(device, version);
            };
        }
    }

    /// The other devices. One that differs makes the command end with [ExitCode#DAMAGED].
    private record Listed(List<Item> devices) implements Report {
        @Override
        public String text() {
            return devices.isEmpty()
                    ? "No other device has said where it stands."
                    : devices.stream()
                            .map(item -> item.text() + " (seen " + TimeText.shown(item.seen()) + ")")
                            .collect(Collectors.joining("\n"));
        }

        @Override
        public ExitCode exitCode() {
            return devices.stream().anyMatch(item -> item.compared().equals("different"))
                    ? ExitCode.DAMAGED
                    : ExitCode.DONE;
        }
    }

    private final Session session;

    DevicesCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        return session.inLibrary(DevicesCommand::compare);
    }

    private static Report compare(App app) {
        return new Listed(app.inspection().devices().orElseThrow(CommandException::noRemote).stream()
                .map(Item::of)
                .toList());
    }
}
