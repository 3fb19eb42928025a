package tidemark.ui.markdown;

import java.util.regex.Pattern;

/// The task list items, `- [ ]`, of a Markdown text.
public final class TaskItems {
    private static final Pattern ITEM = Pattern.compile("^(\\s*(?:[-*+]|\\d{1,9}[.)])\\s+)\\[([ xX])](?=\\s|$)");

    private TaskItems() {}

    /// The text with the task on this line, counted from 0, ticked or unticked; unchanged when there is no task.
    public static String toggle(String text, int line) {
        int begin = 0;
        for (int i = 0; i < line; i++) {
            begin = text.indexOf('\n', begin) + 1;
            if (begin == 0) {
                return text;
            }
        }
        var end = text.indexOf('\n', begin);
        var item = ITEM.matcher(text).region(begin, end < 0 ? text.length() : end);
        if (!item.find()) {
            return text;
        }
        var ticked = item.group(2).isBlank() ? "x" : " ";
        return text.substring(0, item.start(2)) + ticked + text.substring(item.end(2));
    }

    /// The state of a list item, by the beginning of its text.
    static State of(String text) {
        if (text.startsWith("[ ] ") || text.equals("[ ]")) {
            return State.OPEN;
        }
        return text.startsWith("[x] ") || text.startsWith("[X] ") || text.equals("[x]") ? State.DONE : State.NONE;
    }

    /// The state of a list item as a task.
    enum State {
        /// Not a task.
        NONE,
        /// To be done.
        OPEN,
        /// Done.
        DONE
    }
}
