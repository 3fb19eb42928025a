package tidemark.ui.conflicts;

import static tidemark.ui.base.Texts.text;

import java.util.List;
import tidemark.conflict.Choice;
import tidemark.conflict.Effect;
import tidemark.library.Conflict;
import tidemark.library.Conflicts;
import tidemark.library.ResolvePreview;
import tidemark.library.ResolveResult;
import tidemark.ui.base.Background.Pending;
import tidemark.ui.base.Undo;

/// The resolutions of conflicts, and their reverts, each as a step that can be undone.
///
/// @param undo the undo of the window
record Resolutions(Conflicts conflicts, Undo undo) {
    /// Resolves the conflict.
    Pending<ResolveResult> resolve(Conflict seen, Choice choice) {
        return undo.create(words("undo.conflict.resolve", List.of(seen)), () -> conflicts.resolve(seen, choice));
    }

    /// Resolves these conflicts, of which there is at least one, with one choice.
    Pending<List<ResolveResult>> resolveAll(List<Conflict> seen, Choice choice) {
        return undo.create(words("undo.conflict.resolve", seen), () -> conflicts.resolveAll(seen, choice));
    }

    /// Reopens these conflicts, of which there is at least one, and returns those that are still there.
    Pending<List<Conflict>> reopen(List<Conflict> resolved) {
        return undo.create(
                words("undo.conflict.reopen", resolved),
                () -> resolved.stream()
                        .flatMap(conflict -> conflicts.reopen(conflict).stream())
                        .toList());
    }

    /// The conflicts that the previewed choice can resolve.
    static List<Conflict> allowed(List<ResolvePreview> previewed) {
        return previewed.stream()
                .filter(each -> !(each.effect() instanceof Effect.Refused))
                .map(ResolvePreview::conflict)
                .toList();
    }

    /// The conflicts that were resolved, as they are since.
    static List<Conflict> done(List<ResolveResult> results) {
        return results.stream()
                .filter(ResolveResult.Done.class::isInstance)
                .map(result -> ((ResolveResult.Done) result).now())
                .toList();
    }

    private static String words(String key, List<Conflict> conflicts) {
        return text(key, conflicts.size(), ConflictWords.title(conflicts.getFirst()));
    }
}
