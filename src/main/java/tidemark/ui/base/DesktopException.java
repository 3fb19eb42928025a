package tidemark.ui.base;

import java.io.IOException;
import java.nio.file.Path;
import tidemark.problem.Problem;
import tidemark.problem.TidemarkException;

/// A failure of the desktop to open a file.
final class DesktopException extends TidemarkException {
    private static final long serialVersionUID = 1L;

    private DesktopException(Problem problem, Throwable cause) {
        super(problem, cause);
    }

    static DesktopException cannotOpen(Path file, String program, IOException cause) {
        return new DesktopException(
                new Problem(
                        "%s could not be opened with %s: %s."
                                .formatted(file.getFileName(), program, cause.getMessage()),
                        "The file itself is as it was.",
                        "Use “Save as…” and open the file from where you saved it."),
                cause);
    }
}
