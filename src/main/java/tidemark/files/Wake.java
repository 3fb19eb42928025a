package tidemark.files;

import java.time.Duration;
import java.util.concurrent.TimeUnit;

/// The sleep of the threads that move contents, which news ends for all of them.
final class Wake {
    // Guarded by this.
    private long rung;
    private boolean off;

    /// Ends every present sleep.
    synchronized void ring() {
        rung++;
        notifyAll();
    }

    /// Ends every present and later sleep.
    synchronized void turnOff() {
        off = true;
        notifyAll();
    }

    /// The number of times that it was rung.
    synchronized long rung() {
        return rung;
    }

    synchronized boolean isOff() {
        return off;
    }

    /// Sleeps until it is turned off, the time is over, or it has been rung more often than `before`.
    synchronized void sleep(long before, Duration time) {
        var left = time.toNanos();
        try {
            while (rung == before && !off && left > 0) {
                var step = Math.min(left, TimeUnit.SECONDS.toNanos(1));
                TimeUnit.NANOSECONDS.timedWait(this, step);
                left -= step;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            off = true;
        }
    }
}
