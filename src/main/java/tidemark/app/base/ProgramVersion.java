package tidemark.app.base;

/// The version of this program, as its jar's manifest tells it.
public final class ProgramVersion {
    private ProgramVersion() {}

    /// Such as `0.1.0`; `development` where there is no jar.
    public static String current() {
        var version = ProgramVersion.class.getPackage().getImplementationVersion();
        return version == null ? "development" : version;
    }
}
