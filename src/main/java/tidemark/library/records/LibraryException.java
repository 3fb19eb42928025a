package tidemark.library.records;

import java.io.IOException;
import java.nio.file.Path;
import tidemark.problem.Count;
import tidemark.problem.Problem;
import tidemark.problem.TidemarkException;

/// A refusal of the library with its reason. Nothing was changed.
public final class LibraryException extends TidemarkException {
    private static final long serialVersionUID = 1L;

    private LibraryException(String cause, String effect, String remedy) {
        super(new Problem(cause, effect, remedy));
    }

    static LibraryException tooLong(String field, int bytes) {
        return new LibraryException(
                "The %s has %s; a text may have %,d.".formatted(field, Count.of(bytes, "byte"), PlainText.MOST_BYTES),
                "It was not saved; what was saved before is unchanged.",
                "Shorten it, or split it into several notes.");
    }

    /// The refusal of a text to search for that has more than `most`.
    public static LibraryException searchTooLong(String most) {
        return new LibraryException(
                "The text to search for has more than " + most + ".",
                "Nothing was searched for, and nothing was changed.",
                "Search for fewer words: the rarest ones are enough.");
    }

    /// A collection cannot lie inside itself.
    public static LibraryException insideItself() {
        return new LibraryException(
                "A collection cannot be moved into itself or into one that it holds.",
                "It stays where it is.",
                "Choose another collection.");
    }

    /// A record is gone.
    public static LibraryException gone(String what) {
        return new LibraryException(
                "This " + what + " is not in the library any more: it was deleted for good.",
                "Nothing was changed.",
                "Look at the list again.");
    }

    /// The trash cannot be emptied: a newer program has stored something here that this one does not know.
    public static LibraryException unknownFields() {
        return new LibraryException(
                "A newer Tidemark has stored something here that this program does not know.",
                "The trash was not emptied: what lies in it could be needed there.",
                "Update Tidemark on this computer, or empty the trash on the one that is up to date.");
    }

    /// The failure to read the folder of an import.
    public static LibraryException noFolder(Path folder, IOException reason) {
        var failure = new LibraryException(
                "The folder " + folder + " cannot be read.",
                "Nothing was imported.",
                "Check that it exists and that you may read it.");
        failure.initCause(reason);
        return failure;
    }

    /// The refusal to write into a folder that is not empty.
    public static LibraryException notEmpty(Path folder) {
        return new LibraryException(
                "The folder " + folder + " is not empty.",
                "Nothing was exported, so that nothing there is replaced or mixed with it.",
                "Name a folder that is empty or does not exist.");
    }

    /// The failure to write an export into a folder.
    public static LibraryException notExported(Path folder, Exception reason) {
        var failure = new LibraryException(
                "The folder " + folder + " cannot be written: " + reason.getMessage() + ".",
                "The export was not finished; the library is as it was.",
                "Check that there is room and that you may write there, and export into another folder.");
        failure.initCause(reason);
        return failure;
    }

    /// A file is no backup of a library.
    public static LibraryException noBackup(Path file) {
        return new LibraryException(
                file + " is no backup of a Tidemark library, or it is damaged.",
                "Nothing was restored; the library is as it was.",
                "Choose another backup.");
    }

    /// There is no such file.
    public static LibraryException noFile(Path file) {
        return new LibraryException(
                "There is no file " + file + ".",
                "Nothing was restored; the library is as it was.",
                "Choose one of the library's backups, or another file.");
    }

    /// A label needs a name.
    public static LibraryException unnamed() {
        return new LibraryException(
                "A label needs a name.", "Nothing was changed.", "Type at least one letter or digit.");
    }
}
