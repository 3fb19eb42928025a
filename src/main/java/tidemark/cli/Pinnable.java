package tidemark.cli;

import java.util.Locale;
import tidemark.files.FileName;
import tidemark.library.Library;
import tidemark.schema.RecordId;

/// A kind of record whose contents can be kept on this computer.
enum Pinnable {
    FILE,
    PROJECT,
    COLLECTION;

    /// A record of this kind, and its name for people.
    record Named(RecordId record, String name) {}

    /// The one whose id begins so.
    Named find(IdPrefix prefix, Library library) {
        return switch (this) {
            case FILE -> {
                var file = prefix.file(library);
                yield new Named(file.id().record(), new FileName(file.details().name()).shown());
            }
            case PROJECT -> {
                var project = prefix.project(library);
                yield new Named(project.id().record(), project.details().title());
            }
            case COLLECTION -> {
                var collection = prefix.collection(library);
                yield new Named(collection.id().record(), collection.details().name());
            }
        };
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
