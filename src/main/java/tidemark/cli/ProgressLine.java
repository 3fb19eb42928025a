package tidemark.cli;

/// A progress bar on the terminal; nothing where no person looks.
final class ProgressLine {
    private static final int WIDTH = 30;
    private static final int PERCENT = 100;

    private final Terminal terminal;
    private final String label;
    private String shown = "";

    ProgressLine(Terminal terminal, String what) {
        this.terminal = terminal;
        this.label = what;
    }

    void at(long done, long total) {
        var percent = total == 0 ? PERCENT : done * PERCENT / total;
        var filled = (int) (percent * WIDTH / PERCENT);
        show("%s [%s%s] %3d %%".formatted(label, "#".repeat(filled), " ".repeat(WIDTH - filled), percent));
    }

    void at(long done, long total, String words) {
        var percent = total == 0 ? PERCENT : done * PERCENT / total;
        show("%s %3d %%  %s".formatted(label, percent, words));
    }

    private void show(String line) {
        if (terminal.interactive() && !line.equals(shown)) {
            terminal.err().print("\r" + line + " ".repeat(Math.max(0, shown.length() - line.length())));
            terminal.err().flush();
            shown = line;
        }
    }

    /// Erases the bar.
    void end() {
        if (!shown.isEmpty()) {
            terminal.err().print("\r" + " ".repeat(shown.length()) + "\r");
            terminal.err().flush();
        }
    }
}
