package tidemark.app;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tidemark.files.OpenedCopies.Opened;
import tidemark.files.SavedCopies;
import tidemark.library.records.ProjectFile;
import tidemark.library.records.Saved;
import tidemark.problem.Problem;
import tidemark.problem.TidemarkException;

/// The watch over files that are open in other programs: what one saves becomes the file's next content, once for each
/// save. Where another device gave the file another content meanwhile, both are kept, and a conflict names them.
public final class OutsideEdits implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(OutsideEdits.class);
    private static final long LOOK_MILLIS = 1000;

    private final AppCore core;
    private final ProjectFiles files;
    private final SavedCopies saved;
    private final List<Consumer<Saved<ProjectFile>>> takers = new CopyOnWriteArrayList<>();
    private final List<Consumer<Problem>> listeners = new CopyOnWriteArrayList<>();
    private final CountDownLatch closed = new CountDownLatch(1);

    // Written by one thread.
    private volatile Optional<Thread> thread = Optional.empty();

    OutsideEdits(AppCore core, ProjectFiles files) {
        this.core = core;
        this.files = files;
        this.saved = new SavedCopies(files.copies());
    }

    /// Begins to look, on a thread of its own.
    public void start() {
        if (thread.isEmpty()) {
            thread = Optional.of(core.threads().start("outside-edits", this::watch));
        }
    }

    /// Calls `listener`, on another thread, with each file that got a content so.
    public void onTaken(Consumer<Saved<ProjectFile>> listener) {
        takers.add(listener);
    }

    /// Calls `listener`, on another thread, when what a program saved could not be taken in; it is tried again.
    public void onProblem(Consumer<Problem> listener) {
        listeners.add(listener);
    }

    private void watch() {
        try {
            do {
                look();
            } while (!closed.await(LOOK_MILLIS, TimeUnit.MILLISECONDS));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
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
            var taken = files.take(opened);
            LOG.info("{} was saved by another program{}", opened.path(), taken.isPresent() ? "" : "; its file is gone");
            taken.ifPresent(file -> takers.forEach(taker -> taker.accept(file)));
        } catch (TidemarkException e) {
            LOG.warn("What a program saved could not be taken in", e);
            saved.again(opened);
            listeners.forEach(listener -> listener.accept(e.problem()));
        }
    }

    /// Ends after the present look.
    @Override
    public void close() {
        closed.countDown();
        thread.ifPresent(running -> {
            try {
                running.join();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
    }
}
