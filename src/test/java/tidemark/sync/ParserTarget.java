package tidemark.sync;

import java.util.List;
import tidemark.fuzz.Target;
import tidemark.remote.RemoteException.Corrupt;
import tidemark.sync.format.UpdateNeeded;

/// A fuzz target that keeps nothing: it accepts what it reads, or reports that it is corrupt or too new.
record ParserTarget(String name, int share, List<byte[]> samples, List<byte[]> hostileSamples, Reader reader)
        implements Target {
    interface Reader {
        void read(byte[] bytes) throws UpdateNeeded;
    }

    @Override
    public Outcome tryInput(byte[] input) {
        try {
            reader.read(input);
            return Outcome.ACCEPTED;
        } catch (Corrupt | UpdateNeeded _) {
            return Outcome.REFUSED;
        }
    }
}
