package tidemark.ui.typing;

import java.util.Optional;
import java.util.regex.Pattern;

/// A run of keys that may go on: a word that is being typed, or chars that are deleted one by one.
///
/// @param back the change that takes the whole run back, of one splice
/// @param at where the last edit put its text in, or took a char out
/// @param added the length of the text that the last edit has put in
record Run(Splices back, int at, int added) {
    private static final int LONGEST_CHARACTER = 32;
    private static final Pattern CHARACTER = Pattern.compile("\\X");

    /// The run that begins with this edit; empty where it is more than a key.
    static Optional<Run> begin(Splice edit, Splices back) {
        var isKey = edit.added().isEmpty() ? isCharacter(back.list().getFirst().added()) : isCharacter(edit.added());
        return isKey ? Optional.of(new Run(back, edit.at(), edit.added().length())) : Optional.empty();
    }

    private static boolean isCharacter(String text) {
        return text.length() <= LONGEST_CHARACTER && CHARACTER.matcher(text).matches();
    }

    private Splice splice() {
        return back.list().getFirst();
    }

    private boolean isTyping() {
        return splice().removed() > 0;
    }

    /// Whether the run goes on with the next key, where the person has selected this. An input method selects what it
    /// has put in last and replaces it.
    boolean goesOnAt(Selection selection) {
        return selection.caret() == at + added;
    }

    /// This run with one more edit of `text`; empty where that begins another.
    Optional<Run> with(Splice edit, String text) {
        if (isTyping() && edit.removed() == 0) {
            return edit.at() == splice().at() + splice().removed() && goesOn(edit.added(), text, edit.at())
                    ? longer(edit, edit.added().length())
                    : Optional.empty();
        }
        if (isTyping()) {
            return edit.at() == at && edit.removed() == added && !edit.added().isEmpty()
                    ? longer(edit, edit.added().length() - added)
                    : Optional.empty();
        }
        var gone = text.substring(edit.at(), edit.end());
        if (!edit.added().isEmpty() || !isCharacter(gone)) {
            return Optional.empty();
        }
        var was = splice().added();
        if (edit.end() == splice().at()) {
            return Optional.of(shorter(edit.at(), gone + was));
        }
        return edit.at() == splice().at() ? Optional.of(shorter(edit.at(), was + gone)) : Optional.empty();
    }

    /// Whether a key goes on with the word before it: a line end begins another step, and so does the first character
    /// of a word behind blanks.
    private static boolean goesOn(String typed, String text, int place) {
        if (!isCharacter(typed) || typed.endsWith("\n")) {
            return false;
        }
        var before = text.charAt(place - 1);
        return before == '\n' || !Character.isWhitespace(before) || Character.isWhitespace(typed.charAt(0));
    }

    private Optional<Run> longer(Splice edit, int by) {
        var all = new Splice(splice().at(), splice().removed() + by, splice().added());
        return Optional.of(new Run(Splices.of(all), edit.at(), edit.added().length()));
    }

    private static Run shorter(int place, String gone) {
        return new Run(Splices.of(new Splice(place, 0, gone)), place, 0);
    }

    /// This run after a foreign change, with the step that takes it back now; empty where it cannot go on.
    Optional<Run> over(Splices foreign, TypingStep step) {
        var now = step.changes().getFirst();
        if (step.changes().size() > 1 || now.list().size() != 1) {
            return Optional.empty();
        }
        var place = foreign.moved(at);
        return foreign.moved(at + added) - place == added ? Optional.of(new Run(now, place, added)) : Optional.empty();
    }
}
