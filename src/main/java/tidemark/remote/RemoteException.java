package tidemark.remote;

import java.time.Duration;
import java.util.Optional;
import tidemark.problem.Problem;
import tidemark.problem.TidemarkException;

/// A failure of the remote, in three kinds that differ in what the caller does: retry, ask the person, or stop.
public abstract sealed class RemoteException extends TidemarkException {
    private static final long serialVersionUID = 1L;

    private RemoteException(Problem problem, Throwable cause) {
        super(problem, cause);
    }

    private RemoteException(Problem problem) {
        super(problem);
    }

    /// The remote cannot be reached, or not now: try again later. A write may have happened all the same.
    public static sealed class Unavailable extends RemoteException {
        private static final long serialVersionUID = 1L;
        private final transient Optional<Duration> retryAfter;

        /// A failure without a time to retry at.
        public Unavailable(Problem problem, Throwable cause) {
            super(problem, cause);
            this.retryAfter = Optional.empty();
        }

        /// A failure with the wait that the remote asks for, if it does.
        public Unavailable(Problem problem, Optional<Duration> retryAfter) {
            super(problem);
            this.retryAfter = retryAfter;
        }

        /// The wait that the remote asks for before the next attempt, if it does.
        public Optional<Duration> retryAfter() {
            return retryAfter;
        }
    }

    /// The absence of the remote from its place, though that can be reached: a disk is not connected, or all was
    /// deleted, which only the person can know.
    public static final class Vanished extends Unavailable {
        private static final long serialVersionUID = 1L;

        /// A failure that shows in another.
        public Vanished(Problem problem, Throwable cause) {
            super(problem, cause);
        }

        /// A finding of a place without a remote.
        public Vanished(Problem problem) {
            super(problem, Optional.empty());
        }
    }

    /// The remote refuses the request: only the person can help.
    public static final class Denied extends RemoteException {
        private static final long serialVersionUID = 1L;

        /// A refusal of the remote.
        public Denied(Problem problem) {
            super(problem);
        }

        /// A refusal that shows in another failure.
        public Denied(Problem problem, Throwable cause) {
            super(problem, cause);
        }
    }

    /// The remote holds something damaged or foreign: stop before harm is done.
    public static sealed class Corrupt extends RemoteException {
        private static final long serialVersionUID = 1L;

        /// A finding of damaged or foreign data.
        public Corrupt(Problem problem) {
            super(problem);
        }

        /// A finding of damaged data that shows in another failure.
        public Corrupt(Problem problem, Throwable cause) {
            super(problem, cause);
        }
    }

    /// A batch on the remote that cannot be read. Where no device can, a person may skip it.
    public static final class UnreadableBatch extends Corrupt {
        private static final long serialVersionUID = 1L;

        /// A finding of a batch that cannot be read.
        public UnreadableBatch(Problem problem) {
            super(problem);
        }

        /// A finding of a batch that cannot be read, which shows in another failure.
        public UnreadableBatch(Problem problem, Throwable cause) {
            super(problem, cause);
        }
    }
}
