package tidemark.files;

import java.util.Optional;

/// A content as this device knows it.
///
/// @param here whether its file is in the folder of contents
/// @param modified the time of that file when its hash was last checked, in ms; empty where it was not
/// @param sent whether the remote surely has it
/// @param wanted whether a person asked for it
/// @param upload the token of an upload in parts that has begun
/// @param problem the reason why it is not moved
record Content(
        ContentHash hash,
        long size,
        boolean here,
        Optional<Long> modified,
        boolean sent,
        boolean wanted,
        Optional<String> upload,
        Optional<Obstacle> problem) {
    /// A reason why a content is not moved until a person asks for it again.
    enum Obstacle {
        /// The remote does not have it.
        MISSING,
        /// It arrived damaged twice, or its file here is.
        DAMAGED,
        /// A person stopped its transfer.
        CANCELLED;

        /// The reason by its name in the table.
        static Optional<Obstacle> of(String name) {
            for (var obstacle : values()) {
                if (obstacle.name().equals(name)) {
                    return Optional.of(obstacle);
                }
            }
            return Optional.empty();
        }
    }

    /// Whether the file in this state is the one whose hash was checked.
    boolean isAsChecked(FileState state) {
        return state.size() == size && modified.equals(Optional.of(state.modified()));
    }

    /// The state for people, transfers under way aside.
    ContentState state() {
        if (here) {
            var unsent = problem.equals(Optional.of(Obstacle.CANCELLED)) ? ContentState.STOPPED : ContentState.WAITING;
            return sent ? ContentState.HERE : unsent;
        }
        if (problem.equals(Optional.of(Obstacle.MISSING))) {
            return ContentState.MISSING;
        }
        return problem.equals(Optional.of(Obstacle.DAMAGED)) ? ContentState.DAMAGED : ContentState.REMOTE;
    }
}
