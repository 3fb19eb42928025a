package tidemark.app;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tidemark.files.ContentHash;
import tidemark.files.ContentStore;
import tidemark.files.FileKind;
import tidemark.files.FileName;
import tidemark.files.OpenedCopies;
import tidemark.files.OpenedCopies.Opened;
import tidemark.files.SavedCopies;
import tidemark.library.Library;
import tidemark.library.records.FileDetails;
import tidemark.library.records.FileId;
import tidemark.library.records.ProjectFile;
import tidemark.library.records.Saved;
import tidemark.problem.Problem;
import tidemark.problem.TidemarkException;

/// The watch over files that are open in other programs: what one saves becomes the file's next content, once for
/// each save. Where another device gave the file another content meanwhile, both are kept, and a conflict names them.
public final class OutsideEdits implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(OutsideEdits.class);
    private static final Duration PAUSE = Duration.ofSeconds(1);

    private final AppCore core;
    private final Library library;
    private final ContentStore contents;
    private final OpenedCopies copies;
    private final SavedCopies saved;
    private final Periodic looks;
    private final List<Consumer<Saved<ProjectFile>>> takers = new CopyOnWriteArrayList<>();
    private final List<Consumer<Problem>> listeners = new CopyOnWriteArrayList<>();

    OutsideEdits(AppCore core, Library library, ContentStore contents, OpenedCopies copies) {
        this.core = core;
        this.library = library;
        this.contents = contents;
        this.copies = copies;
        this.saved = new SavedCopies(copies);
        this.looks = new Periodic(core, "outside-edits", PAUSE);
    }

    /// Begins to look, on a thread of its own.
    public void start() {
        looks.start(this::tidy, this::look);
    }

    /// Calls `listener`, on another thread, with each file that got a content so.
    public void onTaken(Consumer<Saved<ProjectFile>> listener) {
        takers.add(listener);
    }

    /// Calls `listener`, on another thread, when what a program saved could not be taken in; it is tried again.
    public void onProblem(Consumer<Problem> listener) {
        listeners.add(listener);
    }

    /// Removes copies that are of no more use.
    void tidy() {
        copies.removeOld(core.environment().clock().instant());
    }

    /// Takes in what was saved and is whole.
    void look() {
        try {
            saved.look(core.environment().clock().instant()).forEach(this::take);
        } catch (RuntimeException e) {
            LOG.warn("The opened files could not be looked at", e);
        }
    }

    private void take(Opened opened) {
        try {
            var file = library.files().find(new FileId(opened.file()));
            LOG.info("{} was saved by another program{}", opened.path(), file.isPresent() ? "" : "; its file is gone");
            file.map(known -> taken(known, opened)).ifPresent(now -> takers.forEach(taker -> taker.accept(now)));
        } catch (TidemarkException e) {
            LOG.warn("What a program saved could not be taken in", e);
            saved.again(opened);
            listeners.forEach(listener -> listener.accept(e.problem()));
        }
    }

    /// Gives a file the content that a program saved, merged with what was written since the file was opened.
    private Saved<ProjectFile> taken(ProjectFile file, Opened opened) {
        var was = asOpened(file, opened);
        return contents.addSaved(
                copies, opened, (sql, hash, size) -> library.files().save(sql, was, details(file, hash, size)));
    }

    private static ProjectFile asOpened(ProjectFile file, Opened opened) {
        var isUnchanged = file.details().sha256().equals(opened.from().text());
        var details = isUnchanged ? file.details() : details(file, opened.from(), opened.size());
        return new ProjectFile(
                file.id(), file.project(), details, file.path(), file.trashedAt(), file.edited(), file.addedBy());
    }

    private static FileDetails details(ProjectFile file, ContentHash hash, long size) {
        var name = file.details().name();
        return new FileDetails(name, FileKind.mediaType(new FileName(name)), size, hash.text());
    }

    /// Ends after the present look.
    @Override
    public void close() {
        looks.close();
    }
}
