package tidemark.remote.s3;

/// The findings of a probe that a store relies on.
public interface Settled {
    /// A service that is trusted without a probe, or during it.
    Settled TRUSTED = new Settled() {
        @Override
        public boolean isAtomic() {
            return true;
        }

        @Override
        public boolean wasUnversioned() {
            return true;
        }
    };

    /// Whether it creates atomically: many services that speak S3 do not.
    boolean isAtomic();

    /// Whether it did not keep old versions then.
    boolean wasUnversioned();
}
