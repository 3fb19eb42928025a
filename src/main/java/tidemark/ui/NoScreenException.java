package tidemark.ui;

import java.util.Locale;
import java.util.Map;
import tidemark.problem.Problem;
import tidemark.problem.TidemarkException;

/// The failure to open a window on a computer without a screen, such as a server.
public final class NoScreenException extends TidemarkException {
    private static final long serialVersionUID = 1L;
    private static final String OWN_SCREEN = "Headless";

    private NoScreenException(Problem problem) {
        super(problem);
    }

    /// Checks for a screen, because the toolkit's own failure is a message for programmers.
    ///
    /// @param environment the process's variables
    /// @param system Java's name of the operating system (`os.name`); systems other than Linux always have a screen
    /// @param platform the toolkit's name of the platform it draws on; empty for the system's screen
    /// @throws NoScreenException when `DISPLAY` is not set where it is needed
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
