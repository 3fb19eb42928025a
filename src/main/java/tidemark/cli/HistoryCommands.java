package tidemark.cli;

import picocli.CommandLine.Command;

/// The `history` group: commands on the history of the library on the remote.
@Command(name = "history", description = "The history of the library on the remote.")
final class HistoryCommands {}
