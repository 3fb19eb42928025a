package tidemark.sync;

import java.time.Duration;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/// Lets one thread sleep until a moment, and any other wake it earlier.
final class Alarm {
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();

    // Guarded by lock.
    private boolean rung;
    private boolean off;

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

    boolean isOff() {
        lock.lock();
        try {
            return off;
        } finally {
            lock.unlock();
        }
    }

    /// Sleeps for so long at most; says whether to go on.
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
