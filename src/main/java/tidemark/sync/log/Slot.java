package tidemark.sync.log;

import java.util.Locale;
import java.util.Optional;
import tidemark.remote.ObjectName;
import tidemark.sync.format.Hash;
import tidemark.sync.format.Layout;
import tidemark.sync.format.Version;

/// A name on the remote whose content is decided by claims, and the folder of these.
///
/// @param target the name to be decided
/// @param folder of the claims
/// @param ending of the names of the bodies that are proposed
public record Slot(ObjectName target, ObjectName folder, String ending) {
    /// The slot of the manifest, version 0.
    public static final Slot LIBRARY = new Slot(Layout.LIBRARY, folder(0), ".json");

    /// The slot of a batch.
    static Slot of(Version version) {
        return new Slot(version.objectName(), folder(version.number()), ".json.gz");
    }

    private static ObjectName folder(long number) {
        return new ObjectName(String.format(Locale.ROOT, "claims/%09d", number));
    }

    /// The name under which the bytes with this hash are proposed.
    ObjectName body(Hash hash) {
        return new ObjectName(prefix() + hash + ending);
    }

    /// The name of the object that is this claim.
    ObjectName name(Claim claim) {
        return new ObjectName(prefix() + claim.name());
    }

    /// The beginning of the names of all claims.
    String prefix() {
        return folder + "/";
    }

    /// The claim in an object's name, if it is one.
    Optional<Claim> claim(ObjectName name) {
        return Claim.parse(name.value().substring(prefix().length()));
    }
}
