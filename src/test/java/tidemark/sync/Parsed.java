package tidemark.sync;

import java.util.List;
import tidemark.fuzz.Target;
import tidemark.remote.RemoteException.Corrupt;
import tidemark.sync.format.UpdateNeeded;

/// A fuzz target that keeps nothing: it accepts what it reads, or reports that it is corrupt or too new.
record Parsed(String name, int share, List<byte[]> samples, List<byte[]> horrors, Reader reader) implements Target {
    interface Reader {
        void read(byte[] bytes) throws UpdateNeeded;
    }

    @Override
    public Outcome eat(byte[] input) {
        try {
            reader.read(input);
            return Outcome.TAKEN;
        } catch (Corrupt | UpdateNeeded _) {
            return Outcome.REFUSED;
        }
    }
}
