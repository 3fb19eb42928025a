package tidemark.remote.folder;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.random.RandomGenerator;

/// Simulated processes on one folder, of which only one moves at a time: a seed decides which, step by step.
///
/// Each stops *before* a step on the disk, thus after it has looked at what is there: the worst moment.
final class Actors {
    private final RandomGenerator random;
    private final BlockingQueue<Actor> halted = new LinkedBlockingQueue<>();
    private final List<Actor> actors = new ArrayList<>();

    Actors(RandomGenerator random) {
        this.random = random;
    }

    /// A new process; its steps on the disk pass through the returned actor.
    Actor actor() {
        var actor = new Actor();
        actors.add(actor);
        return actor;
    }

    /// Runs all until all have ended.
    void play(ExecutorService threads) throws InterruptedException {
        actors.forEach(actor -> actor.start(threads));
        var waiting = new ArrayList<Actor>();
        for (var _ : actors) {
            waiting.add(halted.take());
        }
        waiting.removeIf(Actor::hasFinished);
        waiting.sort((a, b) -> Integer.compare(actors.indexOf(a), actors.indexOf(b)));
        while (!waiting.isEmpty()) {
            var next = waiting.get(random.nextInt(waiting.size()));
            next.turn.release();
            halted.take();
            waiting.removeIf(Actor::hasFinished);
        }
    }

    /// One process; it may die at a step.
    final class Actor implements SteppedDisk.Gate {
        private final Semaphore turn = new Semaphore(0);
        private volatile boolean finished;
        private int stepsToLive = Integer.MAX_VALUE;
        private Callable<String> work = () -> "";
        private Future<String> outcome = new CompletableFuture<>();

        void dieAfter(int steps) {
            stepsToLive = steps;
        }

        void does(Callable<String> work) {
            this.work = work;
        }

        String outcome() throws Exception {
            return outcome.get();
        }

        @Override
        public void pass(String name, SteppedDisk.Step step) throws IOException {
            if (stepsToLive-- <= 0) {
                throw new IOException("dead");
            }
            halt();
            turn.acquireUninterruptibly();
            step.run();
        }

        private void start(ExecutorService threads) {
            outcome = threads.submit(() -> {
                try {
                    return work.call();
                } finally {
                    finished = true;
                    halt();
                }
            });
        }

        private void halt() {
            halted.add(this);
        }

        private boolean hasFinished() {
            return finished;
        }
    }
}
