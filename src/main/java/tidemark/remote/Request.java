package tidemark.remote;

/// One request to a store, as listeners and fault plans see it.
///
/// @param name the object's name; for a listing, its prefix
public record Request(Kind kind, String name) {
    /// The kind of a request, by the method of the store.
    public enum Kind {
        /// Read an object.
        GET(false),
        /// Read an object's size and metadata.
        HEAD(false),
        /// Create or replace an object.
        PUT(true),
        /// Create an object if its name is free.
        CREATE(true),
        /// List names.
        LIST(false),
        /// Delete an object or a folder.
        DELETE(true);

        private final boolean writing;

        Kind(boolean writing) {
            this.writing = writing;
        }

        /// Whether such a request may change what the store holds.
        public boolean isWriting() {
            return writing;
        }
    }

    /// A request about one object.
    public static Request of(Kind kind, ObjectName name) {
        return new Request(kind, name.value());
    }

    @Override
    public String toString() {
        return kind + " " + name;
    }
}
