package tidemark.remote.folder;

import java.io.IOException;

/// The death of a process at one of its steps: nothing that it tries afterwards happens, clean-up included.
final class Crash implements SteppedDisk.Gate {
    private final int at;
    private final Moment moment;
    private int steps;
    private boolean dead;

    /// A crash at this step, counted from 0.
    Crash(int at, Moment moment) {
        this.at = at;
        this.moment = moment;
    }

    /// The moment of the crash within the step.
    enum Moment {
        BEFORE,
        WITHIN,
        AFTER
    }

    boolean happened() {
        return dead;
    }

    @Override
    public void pass(String name, SteppedDisk.Step step) throws IOException {
        if (dead) {
            throw new IOException("dead");
        }
        dead = steps++ == at;
        if (!dead || moment == Moment.AFTER) {
            step.run();
        } else if (moment == Moment.WITHIN) {
            step.begin();
        }
        if (dead) {
            throw new IOException("died at " + name);
        }
    }
}
