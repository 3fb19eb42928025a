package tidemark.ui;

import java.util.Locale;
import java.util.Map;
import tidemark.problem.Problem;
import tidemark.problem.TidemarkException;

/// There is no screen to open a window on, as on a server.
public final class NoScreenException extends TidemarkException {
    private static final long serialVersionUID = 1L;
    private static final String OWN_SCREEN = "Headless";

    private NoScreenException(Problem problem) {
        super(problem);
    }

    /// Throws this where the toolkit could only fail, in a language for programmers.
    ///
    /// @param environment the process's variables
    /// @param system what Java calls the operating system; others than those with X always have a screen
    /// @param platform the toolkit's own name for where it draws, empty for the system's screen
    public static void refuseWithout(Map<String, String> environment, String system, String platform) {
        var hasX = system.toLowerCase(Locale.ROOT).contains("linux") && !platform.equals(OWN_SCREEN);
        if (hasX && environment.getOrDefault("DISPLAY", "").isBlank()) {
            throw new NoScreenException(new Problem(
                    "There is no screen: the variable DISPLAY is not set.",
                    "The window cannot open; the library is as it was.",
                    "Start Tidemark from a desktop, or use a command: `tidemark --help` lists them."));
        }
    }
}
