package tidemark.sync;

import java.time.Duration;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/// A sleep of one thread until a moment, which any other thread can end earlier.
final class Alarm {
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();

    // Guarded by lock.
    private boolean rung;
    private boolean off;

    /// Ends the present sleep, or the next where there is none.
    void ring() {
        lock.lock();
        try {
            rung = true;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /// Ends the present sleep and every later one.
    void turnOff() {
        lock.lock();
        try {
            off = true;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /// Whether every sleep ends at once from now on.
    boolean isOff() {
        lock.lock();
        try {
            return off;
        } finally {
            lock.unlock();
        }
    }

    /// Sleeps for `time` at most. Returns whether to go on: the alarm is not off, and the thread not interrupted.
    boolean sleep(Duration time) {
        lock.lock();
        try {
            var left = time.toNanos();
            while (!rung && !off && left > 0) {
                left = changed.awaitNanos(left);
            }
            rung = false;
            return !off;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        } finally {
            lock.unlock();
        }
    }
}
