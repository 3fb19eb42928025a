package tidemark.ui.base;

import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Consumer;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The hand-over of work from the window's thread to the background and back. No view hands over work in any other way.
public final class Background {
    private static final Logger LOG = LoggerFactory.getLogger(Background.class);
    private static final String FAILED = "Work in the background failed";

    private final Executor workers;
    private final Executor window;
    private final Consumer<Throwable> failures;

    /// A hand-over between these executors.
    ///
    /// @param workers runs what may wait
    /// @param window runs what touches the window
    /// @param failures receives, on the window's thread, failures that nobody else handles
    public Background(Executor workers, Executor window, Consumer<Throwable> failures) {
        this.workers = workers;
        this.window = window;
        this.failures = failures;
    }

    /// Work under way, and its result to come.
    public final class Pending<T> {
        private final CompletableFuture<T> future;

        private Pending(CompletableFuture<T> future) {
            this.future = future;
        }

        /// Gives the result to `next` on the window's thread; a failure goes to the window's banner.
        public void then(Consumer<? super T> next) {
            then(next, failures);
        }

        /// Gives the result to `next`, or the failure to `failed`, on the window's thread.
        public void then(Consumer<? super T> next, Consumer<Throwable> failed) {
            var _ = future.whenCompleteAsync(
                    (result, failure) -> {
                        if (failure == null) {
                            give(result, next, over -> fail(over, failed));
                        } else {
                            fail(cause(failure), failed);
                        }
                    },
                    window);
        }

        /// The result, waited for; empty after a failure.
        private Optional<T> result() {
            return future.handle((result, _) -> Optional.ofNullable(result)).join();
        }
    }

    /// Gives a failure to its handler; when that fails over it, to the window's banner.
    private void fail(Throwable failure, Consumer<Throwable> failed) {
        give(failure, failed, over -> give(over, failures, _ -> {}));
    }

    /// Gives an answer to the window, and what the window fails with over it to `failed`.
    private static <T> void give(T answer, Consumer<? super T> taker, Consumer<Throwable> failed) {
        try {
            taker.accept(answer);
        } catch (RuntimeException | Error e) {
            LOG.error("The window failed over an answer", e);
            failed.accept(e);
        }
    }

    /// Runs `work` in the background, where it may wait. After the library was closed it is not begun, and has no
    /// result.
    public <T> Pending<T> run(Callable<T> work) {
        try {
            return new Pending<>(CompletableFuture.supplyAsync(() -> call(work), workers));
        } catch (RejectedExecutionException e) {
            LOG.debug("Asked for after the end", e);
            return new Pending<>(new CompletableFuture<>());
        }
    }

    /// Runs `work` in the background after `earlier`, on its result, which is empty after a failure. It needs no
    /// answer of the window's thread.
    public <A, T> Pending<T> runAfter(Pending<A> earlier, Function<Optional<A>, T> work) {
        return run(() -> work.apply(earlier.result())); // the workers began the earlier one before this one
    }

    /// Tells the person of a failure, in the window's banner.
    public void tell(Throwable failure) {
        failures.accept(failure);
    }

    /// Runs `action` in the background, where it may wait; a failure goes to the window's banner.
    public void execute(Runnable action) {
        run(() -> {
                    action.run();
                    return true;
                })
                .then(_ -> {});
    }

    /// Runs `action` on the window's thread, later.
    public void onWindow(Runnable action) {
        window.execute(action);
    }

    private static <T> T call(Callable<T> work) {
        try {
            return work.call();
        } catch (RuntimeException | Error e) {
            LOG.warn(FAILED, e);
            throw e;
        } catch (Exception e) {
            LOG.warn(FAILED, e);
            throw new CompletionException(e);
        }
    }

    private static Throwable cause(Throwable failure) {
        return failure instanceof CompletionException && failure.getCause() != null ? failure.getCause() : failure;
    }
}
