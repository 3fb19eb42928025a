package tidemark.remote.probe;

/// A step of a probe, in the order of the trial.
public enum ProbeStep {
    /// The address answers.
    REACH("Reachable"),
    /// The credentials are accepted.
    SIGN_IN("Signed in"),
    /// Names can be listed.
    LIST("May list"),
    /// An object can be put.
    WRITE("May write"),
    /// It can be read, and a missing object is reported as missing rather than forbidden.
    READ("May read"),
    /// The clocks agree well enough for signatures.
    CLOCK("Clocks agree"),
    /// Creating under a taken name is refused.
    CREATE_TAKEN("Refuses to create twice"),
    /// Of several requests that create one name at once exactly one succeeds.
    CREATE_RACE("One winner in every race"),
    /// A listing shows every write that has ended.
    LISTED_AT_ONCE("Lists what was just written"),
    /// Reads during a write show the old bytes or the new ones.
    READ_WHOLE("Reads are whole"),
    /// Names are listed as they were given.
    NAMES("Keeps names as they are"),
    /// Whether old versions are kept.
    VERSIONING("Versions"),
    /// An object can be removed.
    DELETE("May delete"),
    /// Everything that the probe wrote is gone.
    CLEAN_UP("Cleaned up");

    private final String title;

    ProbeStep(String title) {
        this.title = title;
    }

    /// The step in words for people.
    public String title() {
        return title;
    }
}
