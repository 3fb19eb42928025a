package tidemark.cli;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import tidemark.app.App;
import tidemark.app.remotes.RemoteSettings;
import tidemark.problem.Problem;
import tidemark.remote.probe.ProbeReport;
import tidemark.remote.probe.ReportJson;
import tidemark.remote.probe.Verdict;
import tools.jackson.databind.JsonNode;

/// The `remote` group: commands on the remote that the library is synced through.
@Command(name = "remote", description = "The storage that the library is kept the same through.")
final class RemoteCommands {
    /// The remote that is set.
    ///
    /// @param remote its address, in words
    /// @param verdict the verdict of its last probe, in words
    /// @param keys the place of the keys that it was just set with, in a sentence
    record Shown(Optional<String> remote, Optional<String> user, Optional<String> verdict, Optional<String> keys)
            implements Report {
        static Shown of(App app) {
            return of(app, Optional.empty());
        }

        /// @param keys as in the record
        static Shown of(App app, Optional<String> keys) {
            var remotes = app.remotes();
            return new Shown(
                    remotes.describe(),
                    remotes.current().map(RemoteSettings::user),
                    remotes.report().flatMap(ProbeReport::verdict).map(Verdict::words),
                    keys);
        }

        @Override
        public String text() {
            var place = remote.map(known -> "The remote is " + known + ".").orElse("No remote is set.");
            return Stream.of(Optional.of(place), verdict, keys)
                    .flatMap(Optional::stream)
                    .collect(Collectors.joining("\n"));
        }
    }

    /// The result of a probe of the remote.
    ///
    /// @param at its end, in ISO 8601
    /// @param requests the number of requests it took
    /// @param verdict the verdict on commits; null when the probe did not get that far
    record Probed(
            String at,
            int requests,
            JsonNode verdict,
            JsonNode steps,
            @JsonIgnore ProbeReport found) implements Report {
        static Probed of(ProbeReport found) {
            var json = ReportJson.write(found);
            return new Probed(found.at().toString(), found.requests(), json.path("verdict"), json.path("steps"), found);
        }

        @Override
        public String text() {
            return found.text();
        }

        @Override
        public ExitCode exitCode() {
            return found.failure().map(ExitCode::of).orElse(ExitCode.DONE);
        }
    }

    private final Session session;

    RemoteCommands(Session session) {
        this.session = session;
    }

    @Command(name = "show", description = "Say which remote is set.")
    int show() {
        return session.inLibrary(Shown::of);
    }

    @Command(name = "probe", description = "Test the remote: what it allows, and how commits are made there.")
    int probe() {
        return session.inLibrary(app -> app.remotes()
                .test(result -> session.output().message(result.step().title() + " …"))
                .map(Probed::of)
                .orElseThrow(RemoteCommands::nothingToProbe));
    }

    private static CommandException nothingToProbe() {
        return new CommandException(new Problem(
                "No remote is set.",
                "Nothing was tested.",
                "Set one with `tidemark remote set folder`, `s3` or `webdav`."));
    }

    @Command(name = "unset", description = "Go on without a remote; what lies there stays.")
    int unset() {
        return session.inLibrary(app -> {
            app.remotes().forget().ifPresent(problem -> session.output().message(problem.toString()));
            return Shown.of(app);
        });
    }
}
