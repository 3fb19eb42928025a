package tidemark.remote;

/// One call to a store, as those who count or disturb calls see it.
///
/// @param name the object's name; for a listing, its prefix
public record Request(Kind kind, String name) {
    /// What is asked for.
    public enum Kind {
        /// An object's bytes.
        GET(false),
        /// What is known of an object.
        HEAD(false),
        /// An object made or replaced.
        PUT(true),
        /// An object made if its name is free.
        CREATE(true),
        /// Names.
        LIST(false),
        /// An object removed.
        DELETE(true);

        private final boolean writing;

        Kind(boolean writing) {
            this.writing = writing;
        }

        /// Whether it may change what the store holds.
        public boolean isWriting() {
            return writing;
        }
    }

    /// About one object.
    public static Request of(Kind kind, ObjectName name) {
        return new Request(kind, name.value());
    }

    @Override
    public String toString() {
        return kind + " " + name;
    }
}
