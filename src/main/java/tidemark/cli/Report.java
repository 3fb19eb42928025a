package tidemark.cli;

/// What a command has to say: a record whose components are its JSON document.
interface Report {
    /// The same for people; ends without a line break.
    String text();

    /// How the command ended.
    default ExitCode exitCode() {
        return ExitCode.DONE;
    }
}
