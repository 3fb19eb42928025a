package tidemark.remote.probe;

/// What is tried, in this order.
public enum ProbeStep {
    /// Something answers there.
    REACH("Reachable"),
    /// The credentials are accepted.
    SIGN_IN("Signed in"),
    /// Names can be listed.
    LIST("May list"),
    /// An object can be put.
    WRITE("May write"),
    /// It can be read, and what is missing is told from what is forbidden.
    READ("May read"),
    /// The clocks agree well enough for signatures.
    CLOCK("Clocks agree"),
    /// Creating under a taken name is refused.
    CREATE_TAKEN("Refuses to create twice"),
    /// Of several that create at once exactly one is told that it did.
    CREATE_RACE("One winner in every race"),
    /// A listing shows every write that has ended.
    LISTED_AT_ONCE("Lists what was just written"),
    /// Reads that meet a write show the old bytes or the new ones.
    READ_WHOLE("Reads are whole"),
    /// Names come back as they were given.
    NAMES("Keeps names as they are"),
    /// Whether old versions are kept.
    VERSIONING("Versions"),
    /// An object can be removed.
    DELETE("May delete"),
    /// Everything that was put there for the probe is gone.
    CLEAN_UP("Cleaned up");

    private final String title;

    ProbeStep(String title) {
        this.title = title;
    }

    /// For people.
    public String title() {
        return title;
    }
}
