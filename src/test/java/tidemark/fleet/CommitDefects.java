package tidemark.fleet;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import tidemark.remote.Body;
import tidemark.remote.Metadata;
import tidemark.remote.ObjectName;
import tidemark.remote.RemoteException.Unavailable;
import tidemark.remote.RemoteObject;
import tidemark.remote.RemoteStore;

/// Defects in how batches are committed and looked up, each made by a network that tampers with requests.
record CommitDefects(BiFunction<RemoteStore, Member, RemoteStore> wrapping) implements Defect {
    @Override
    public RemoteStore network(RemoteStore network, Member member) {
        return wrapping.apply(network, member);
    }

    /// A lost answer is taken for success.
    static CommitDefects noReadBack() {
        return new CommitDefects((network, _) -> new DefectiveNetwork(network) {
            @Override
            public Creation create(ObjectName name, Body body, Metadata metadata) {
                try {
                    return network.create(name, body, metadata);
                } catch (Unavailable e) {
                    return Creation.CREATED;
                }
            }
        });
    }

    /// The condition of a creation is left out.
    static CommitDefects createOverwrites() {
        return new CommitDefects((network, _) -> new DefectiveNetwork(network) {
            @Override
            public Creation create(ObjectName name, Body body, Metadata metadata) {
                network.put(name, body, metadata);
                return Creation.CREATED;
            }
        });
    }

    /// A batch that got no answer is sent again under the next number.
    static CommitDefects nextNumberAfterSilence() {
        return new CommitDefects((network, member) -> new DefectiveNetwork(network) {
            @Override
            public Creation create(ObjectName name, Body body, Metadata metadata) {
                try {
                    return network.create(name, body, metadata);
                } catch (Unavailable e) {
                    return network.create(Names.change(member.version() + 2), body, metadata);
                }
            }
        });
    }

    /// 412 is taken for one's own success.
    static CommitDefects takenIsMine() {
        return new CommitDefects((network, _) -> new DefectiveNetwork(network) {
            @Override
            public Creation create(ObjectName name, Body body, Metadata metadata) {
                network.create(name, body, metadata);
                return Creation.CREATED;
            }
        });
    }

    /// An object that was seen on the remote once is never looked up again.
    static CommitDefects seenForEver() {
        return new CommitDefects((network, member) -> new DefectiveNetwork(network) {
            private final Map<ObjectName, RemoteObject> seen = new HashMap<>();

            @Override
            public Optional<RemoteObject> get(ObjectName name, long limit) {
                var isOld = name.equals(Names.LIBRARY) || name.equals(Names.change(member.version()));
                if (isOld && seen.containsKey(name)) {
                    return Optional.ofNullable(seen.get(name));
                }
                var found = network.get(name, limit);
                found.ifPresent(object -> seen.put(name, object));
                return found;
            }

            @Override
            public Creation create(ObjectName name, Body body, Metadata metadata) {
                var creation = network.create(name, body, metadata);
                network.get(name, 1 << 30).ifPresent(object -> seen.put(name, object));
                return creation;
            }
        });
    }

    /// An empty remote is silently given the manifest of this library.
    static CommitDefects emptyIsNew() {
        return new CommitDefects((network, member) -> new DefectiveNetwork(network) {
            @Override
            public Optional<RemoteObject> get(ObjectName name, long limit) {
                var own = member.local("library");
                if (name.equals(Names.LIBRARY)
                        && own.isPresent()
                        && network.head(name).isEmpty()) {
                    var mode = network.createsAtomically() ? "create" : "claims";
                    var card = "{\"library\": \"%s\", \"format\": 1, \"commits\": \"%s\"}".formatted(own.get(), mode);
                    network.put(name, Body.of(card.getBytes(StandardCharsets.UTF_8)), Metadata.NONE);
                }
                return name.equals(Names.change(member.version())) && member.version() > 0
                        ? Optional.of(network.get(name, limit).orElseGet(() -> Names.tombstone(name)))
                        : network.get(name, limit);
            }
        });
    }

    /// A hint is taken for the truth: batches that `version.txt` does not name are not looked up.
    static CommitDefects hintBelieved() {
        return new CommitDefects((network, member) -> new DefectiveNetwork(network) {
            @Override
            public Optional<RemoteObject> get(ObjectName name, long limit) {
                if (name.equals(Names.change(member.version() + 1))) {
                    var hint = network.get(new ObjectName("version.txt"), 100)
                            .map(object -> new String(object.bytes(), StandardCharsets.US_ASCII).strip())
                            .filter(text -> text.matches("\\d+"))
                            .map(Long::parseLong);
                    if (hint.isPresent() && hint.get() <= member.version()) {
                        return Optional.empty();
                    }
                }
                return network.get(name, limit);
            }
        });
    }

    /// The `previous` of a batch is not checked: it always fits.
    static CommitDefects previousUnchecked() {
        return new CommitDefects((network, member) -> new DefectiveNetwork(network) {
            @Override
            public Optional<RemoteObject> get(ObjectName name, long limit) {
                var found = network.get(name, limit);
                return name.equals(Names.change(member.version() + 1))
                        ? found.map(object ->
                                Names.following(object, member.local("hash").orElse("0".repeat(64))))
                        : found;
            }
        });
    }
}
