package tidemark.app;

import java.nio.file.Path;
import java.util.Optional;
import tidemark.files.ContentHash;
import tidemark.files.FileName;
import tidemark.files.FilesException;
import tidemark.library.markdown.FileOutlet;
import tidemark.library.records.FileDetails;
import tidemark.problem.Problem;
import tidemark.remote.RemoteException;

/// The writing of exported files, each fetched first where it is not here. A remote that fails is asked no more.
final class FetchingOutlet implements FileOutlet {
    private final Fetching fetching;
    private final FileOutlet outlet;
    private Optional<Problem> outage = Optional.empty();

    FetchingOutlet(Fetching fetching, FileOutlet outlet) {
        this.fetching = fetching;
        this.outlet = outlet;
    }

    @Override
    public Optional<Problem> write(FileDetails file, Path to) {
        var problem = outlet.write(file, to);
        if (problem.isEmpty()) {
            return problem;
        }
        return fetch(file).or(() -> outlet.write(file, to));
    }

    private Optional<Problem> fetch(FileDetails file) {
        var hash = ContentHash.of(file.sha256());
        if (hash.isEmpty() || outage.isPresent()) {
            return outage;
        }
        try {
            fetching.require(hash.get(), file.size(), new FileName(file.name()), _ -> {});
            return Optional.empty();
        } catch (FilesException e) {
            return Optional.of(e.problem());
        } catch (RemoteException e) {
            outage = Optional.of(e.problem());
            return outage;
        }
    }
}
