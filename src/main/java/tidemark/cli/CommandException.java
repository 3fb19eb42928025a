package tidemark.cli;

import java.nio.file.Path;
import tidemark.problem.Problem;
import tidemark.problem.TidemarkException;
import tidemark.remote.RemoteException.Denied;

/// The failure of a command that makes sense but cannot be carried out. Nothing was changed.
final class CommandException extends TidemarkException {
    private static final long serialVersionUID = 1L;
    private static final String UNCHANGED = "Nothing was changed.";

    private final ExitCode exitCode;

    CommandException(Problem problem) {
        this(problem, ExitCode.FAILED);
    }

    CommandException(Problem problem, ExitCode exitCode) {
        super(problem);
        this.exitCode = exitCode;
    }

    ExitCode exitCode() {
        return exitCode;
    }

    /// The failure of an address that cannot be parsed; it ends with the code for wrong usage.
    static CommandException noAddress(Denied refusal) {
        return new CommandException(refusal.problem(), ExitCode.USAGE);
    }

    static CommandException openOnTheWay(String flag) {
        return new CommandException(new Problem(
                "Over plain http, whoever is on the way can read the library, and the password, too: Digest sign-in hides"
                        + " it from some of them only.",
                UNCHANGED + " Nothing was sent.",
                "Use the server's https address; or where the way is safe by itself, such as in a VPN, add " + flag
                        + "."));
    }

    static CommandException noLibrary(Path folder) {
        return new CommandException(new Problem(
                "There is no library in " + folder + ".",
                UNCHANGED,
                "Make one with `tidemark init`, or name another folder with --library."));
    }

    static CommandException libraryIsThere(Path folder) {
        return new CommandException(new Problem(
                "There is a library in " + folder + " already.", UNCHANGED, "Use it, or name another folder."));
    }

    static CommandException noRemote() {
        return new CommandException(new Problem(
                "This library has no remote to sync with.",
                "Everything is kept on this computer only.",
                "Set one with `tidemark remote set folder DIR`."));
    }

    /// The failure of an id that no record has.
    ///
    /// @param list the command that shows the ids there are
    static CommandException unknownId(String what, String prefix, String list) {
        return new CommandException(new Problem(
                "No " + what + " has an id that begins with " + prefix + ".",
                UNCHANGED,
                "Look at the ids with `tidemark " + list + "`."));
    }

    static CommandException unknownLabel(String name, String title) {
        return new CommandException(new Problem(
                "\"" + title + "\" has no label " + name + ".",
                UNCHANGED,
                "Look at its labels with `tidemark project show ID`."));
    }

    /// The outcome of a command that needs the sync for itself while another process has it.
    ///
    /// @param effect the sentence that says what was not done
    static CommandException syncedElsewhere(String effect) {
        return new CommandException(new Problem(
                "Another Tidemark process is syncing this library.",
                effect,
                "Close its window, or end that process first."));
    }

    static CommandException ambiguousId(String what, String prefix, String matches) {
        return new CommandException(new Problem(
                "More than one " + what + " has an id that begins with " + prefix + ": " + matches + ".",
                UNCHANGED,
                "Give more of the id."));
    }

    static CommandException unreadable(String file, String why) {
        return new CommandException(new Problem(
                "The file " + file + " cannot be used: " + why + ".",
                UNCHANGED,
                "Name a text file in UTF-8, or - for stdin."));
    }
}
