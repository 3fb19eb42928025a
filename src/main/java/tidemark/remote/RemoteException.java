package tidemark.remote;

import java.time.Duration;
import java.util.Optional;
import tidemark.problem.Problem;
import tidemark.problem.TidemarkException;

/// A failure of the remote, named by what the caller does about it.
public abstract sealed class RemoteException extends TidemarkException {
    private static final long serialVersionUID = 1L;

    private RemoteException(Problem problem, Throwable cause) {
        super(problem, cause);
    }

    private RemoteException(Problem problem) {
        super(problem);
    }

    /// Cannot be reached, or not now: try again later. A write may have happened all the same.
    public static final class Unavailable extends RemoteException {
        private static final long serialVersionUID = 1L;
        private final transient Optional<Duration> retryAfter;

        /// Without a word from the remote on when to come back.
        public Unavailable(Problem problem, Throwable cause) {
            super(problem, cause);
            this.retryAfter = Optional.empty();
        }

        /// With the remote's wish when to come back.
        public Unavailable(Problem problem, Optional<Duration> retryAfter) {
            super(problem);
            this.retryAfter = retryAfter;
        }

        /// When the remote wants to be asked again, if it said so.
        public Optional<Duration> retryAfter() {
            return retryAfter;
        }
    }

    /// The remote refuses: only the person can help.
    public static final class Denied extends RemoteException {
        private static final long serialVersionUID = 1L;

        /// Refused by the remote.
        public Denied(Problem problem) {
            super(problem);
        }

        /// Refused by the remote, as another failure tells.
        public Denied(Problem problem, Throwable cause) {
            super(problem, cause);
        }
    }

    /// What the remote holds is not what it must be: stop before harm is done.
    public static final class Corrupt extends RemoteException {
        private static final long serialVersionUID = 1L;

        /// Found damaged or foreign.
        public Corrupt(Problem problem) {
            super(problem);
        }

        /// Found damaged, as another failure tells.
        public Corrupt(Problem problem, Throwable cause) {
            super(problem, cause);
        }
    }
}
