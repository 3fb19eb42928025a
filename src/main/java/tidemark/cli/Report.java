package tidemark.cli;

/// The result of a command: a record whose components are its JSON document.
interface Report {
    /// The report as text for people, without a line break at its end.
    String text();

    /// The outcome of the command.
    default ExitCode exitCode() {
        return ExitCode.DONE;
    }
}
