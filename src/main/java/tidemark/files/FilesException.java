package tidemark.files;

import java.io.IOException;
import java.nio.file.Path;
import tidemark.problem.Count;
import tidemark.problem.Problem;
import tidemark.problem.TidemarkException;

/// A failure to take in, hand out or keep a file, with its reason.
public final class FilesException extends TidemarkException {
    private static final long serialVersionUID = 1L;

    private static final String NOT_ADDED = "It was not added; nothing else was changed.";

    private FilesException(String cause, String effect, String remedy) {
        super(new Problem(cause, effect, remedy));
    }

    private FilesException(String cause, String effect, String remedy, Throwable because) {
        super(new Problem(cause, effect, remedy), because);
    }

    static FilesException notThere(Path path) {
        return new FilesException(
                "There is no file " + shown(path) + ".", NOT_ADDED, "Look whether it was moved or renamed meanwhile.");
    }

    static FilesException notAFile(Path path, String kind) {
        return new FilesException(
                shown(path) + " is " + kind + ", not a file with a content.", NOT_ADDED, "Add the files themselves.");
    }

    static FilesException unreadable(Path path, IOException cause) {
        return new FilesException(
                shown(path) + " cannot be read: " + reason(cause) + ".",
                NOT_ADDED,
                "Give yourself permission to read it, and add it again.",
                cause);
    }

    static FilesException changing(Path path) {
        return new FilesException(
                shown(path) + " changed while it was read, twice.",
                NOT_ADDED,
                "Add it again when the program that writes it has finished.");
    }

    static FilesException noRoom(String what, IOException cause) {
        return new FilesException(
                "This computer could not keep " + what + ": " + reason(cause) + ".",
                "What was written of it is removed; everything else is as it was.",
                "Make room on the disk that the library is on, and try again.",
                cause);
    }

    static FilesException notListed(Path folder, IOException cause) {
        return new FilesException(
                "The folder " + shown(folder) + " cannot be listed: " + reason(cause) + ".",
                "What Tidemark knows of the files in it stays as it is.",
                "Give yourself permission to read it.",
                cause);
    }

    /// The failure to write a file for a person.
    public static FilesException cannotWrite(Path path, IOException cause) {
        return new FilesException(
                shown(path) + " cannot be written: " + reason(cause) + ".",
                "The file in the library is as it was.",
                "Choose another folder, or make room there.",
                cause);
    }

    /// The failure to write over a file that is there.
    public static FilesException taken(Path path) {
        return new FilesException(
                shown(path) + " is there already.",
                "It was not written over; the file in the library is as it was.",
                "Choose another name, or remove it first.");
    }

    /// The failure to read a content that is neither here nor on the remote.
    public static FilesException missing(String name) {
        return new FilesException(
                "The content of " + name + " is neither here nor on the remote.",
                "The file stays listed; its name and the rest of the library are safe.",
                "Run `tidemark verify --remote --fix` on a computer that has it, or add the file again.");
    }

    /// The failure to read a content that arrived damaged twice.
    public static FilesException damaged(String name) {
        return new FilesException(
                "The content of " + name + " is damaged on the remote: it is not the one that its name says.",
                "It was not opened, and not kept here.",
                "Run `tidemark verify --remote --fix` on a computer that has it, or add the file again.");
    }

    /// The failure to read a content that is only on the remote, while nothing can be fetched.
    public static FilesException notFetched(String name, String why) {
        return new FilesException(
                "The content of " + name + " is only on the remote, and was not fetched: " + why,
                "Nothing was changed.",
                "Try again when the remote can be reached.");
    }

    /// The failure to write a content that is only on the remote into an export.
    public static FilesException onlyRemote(String name) {
        return new FilesException(
                "The content of " + name + " is only on the remote, or was never on this computer.",
                "It is not in the export; the rest is.",
                "Export into another folder with `--fetch`, which fetches it first.");
    }

    /// The refusal to add more files at once than a person would want.
    public static FilesException tooMany(Path folder, long most) {
        return new FilesException(
                shown(folder) + " holds more than " + Count.of(most, "file") + ".",
                "None of them was added.",
                "Add its inner folders one at a time.");
    }

    /// The problem of a content whose transfer met an error that nobody foresaw.
    static Problem unexpected(RuntimeException failure) {
        return new Problem(
                "The transfer met an error that Tidemark does not know: " + FileName.shown(failure.toString()) + ".",
                "The file is as it was, and is tried again in a while; other files go on.",
                "If it stays, look into the log in the library's folder.");
    }

    private static String shown(Path path) {
        return FileName.shown(path.toString());
    }

    private static String reason(IOException cause) {
        var words = cause.getMessage();
        return words == null ? cause.getClass().getSimpleName() : FileName.shown(words);
    }
}
