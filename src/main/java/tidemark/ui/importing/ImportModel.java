package tidemark.ui.importing;

import static tidemark.ui.base.Texts.text;

import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import tidemark.library.markdown.ImportReport;
import tidemark.library.markdown.MarkdownImport;
import tidemark.problem.TidemarkException;
import tidemark.ui.base.Background;
import tidemark.ui.base.Undo;

/// The model of an import: one folder or file at a time, as one step that can be undone. All methods are for the
/// window's thread.
public final class ImportModel {
    /// The stage that an import is in.
    sealed interface Stage {
        /// Nothing was imported yet.
        record Idle() implements Stage {}

        /// The folder is being looked through.
        record Looking(Path from) implements Stage {}

        /// So many files were read.
        record Reading(Path from, int done, int total) implements Stage {}

        /// It has ended; where it was stopped, some files were not read.
        record Ended(Path from, ImportReport report) implements Stage {}

        /// It failed. What it had written until then stays, and can be undone.
        record Failed(Path from, String words) implements Stage {}
    }

    /// The progress of the import that is running, told to the window no faster than it can show it.
    private final class Running implements MarkdownImport.Progress {
        private final Path from;
        private final AtomicBoolean isStopped = new AtomicBoolean();
        private final AtomicReference<Optional<Stage>> untold = new AtomicReference<>(Optional.empty());

        Running(Path from) {
            this.from = from;
        }

        @Override
        public void at(int done, int total, Path file) {
            if (untold.getAndSet(Optional.of(new Stage.Reading(from, done, total)))
                    .isEmpty()) {
                background.onWindow(() -> untold.getAndSet(Optional.empty()).ifPresent(stage::set));
            }
        }

        @Override
        public boolean goesOn() {
            return !isStopped.get();
        }

        void stop() {
            isStopped.set(true);
        }
    }

    private final MarkdownImport importing;
    private final Background background;
    private final Undo undo;
    private final ReadOnlyObjectWrapper<Stage> stage = new ReadOnlyObjectWrapper<>(new Stage.Idle());
    private Optional<Running> running = Optional.empty();

    /// A model with nothing imported yet.
    public ImportModel(MarkdownImport importing, Background background, Undo undo) {
        this.importing = importing;
        this.background = background;
        this.undo = undo;
    }

    ReadOnlyObjectProperty<Stage> stage() {
        return stage.getReadOnlyProperty();
    }

    /// Whether an import is under way.
    public boolean isRunning() {
        return running.isPresent();
    }

    /// Begins to import this folder or file; not while another import is under way.
    public void start(Path from) {
        if (isRunning()) {
            return;
        }
        var begun = new Running(from);
        running = Optional.of(begun);
        stage.set(new Stage.Looking(from));
        undo.told(
                text("undo.import", name(from)),
                () -> importing.run(from, begun),
                report -> end(new Stage.Ended(from, report)),
                failure -> end(new Stage.Failed(from, words(failure))));
    }

    private void end(Stage last) {
        running = Optional.empty();
        stage.set(last);
    }

    private static String words(Throwable failure) {
        return failure instanceof TidemarkException known
                ? known.problem().toString()
                : text("banner.unexpected", String.valueOf(failure.getMessage()));
    }

    /// Stops the import that is under way. What was read until then is imported, each project with its notes.
    public void stop() {
        running.ifPresent(Running::stop);
    }

    /// The name of what is imported.
    static String name(Path from) {
        return Optional.ofNullable(from.getFileName()).orElse(from).toString();
    }
}
