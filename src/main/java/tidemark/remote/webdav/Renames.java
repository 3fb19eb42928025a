package tidemark.remote.webdav;

import java.net.URI;
import java.util.Map;
import java.util.Optional;

/// Gives things on the server other names.
record Renames(Line line, Folders folders) {
    /// What came of it.
    enum Moved {
        DONE,
        NOTHING_TO_MOVE,
        TAKEN
    }

    /// @param overwrite `T` or `F`
    Moved move(URI from, URI to, String overwrite) {
        var headers = Map.of("Destination", to.toASCIIString(), "Overwrite", overwrite);
        var ask = new Line.Ask("MOVE", from, headers, Optional.empty());
        try (var answer = line.send(ask)) {
            if (answer.status() == 404 || !Folders.mayBeMissing(answer.status())) {
                return moved(answer);
            }
        }
        folders.makeAgain(Folders.parent(to));
        try (var answer = line.send(ask)) {
            return Folders.mayBeMissing(answer.status()) && isGone(from) ? Moved.NOTHING_TO_MOVE : moved(answer);
        }
    }

    private boolean isGone(URI url) {
        try (var answer = line.send(Line.Ask.of("HEAD", url))) {
            return answer.status() == 404;
        }
    }

    private Moved moved(Answer answer) {
        return switch (answer.status()) {
            case 404 -> Moved.NOTHING_TO_MOVE;
            case 412 -> Moved.TAKEN;
            default -> {
                line.settle(answer);
                yield Moved.DONE;
            }
        };
    }
}
