package tidemark.fleet;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import tidemark.remote.Body;
import tidemark.remote.ObjectInfo;
import tidemark.remote.ObjectName;
import tidemark.remote.Transfer;

/// Defects in how claims are made and counted.
final class ClaimDefects {
    /// `<number>.<who>.<hash>`: a claim that accepts a value.
    private static final Pattern ACCEPTED = Pattern.compile("claims/\\d+/\\d+\\.[^./]+\\.[0-9a-f]{64}");

    private ClaimDefects() {}

    /// A device does not adopt values that others accepted.
    static CommitDefects noAdoption() {
        return new CommitDefects((network, _) -> new DefectiveNetwork(network) {
            private final Set<ObjectName> own = new HashSet<>();

            @Override
            public void add(ObjectName name, Body body) {
                own.add(name);
                network.add(name, body);
            }

            @Override
            public List<ObjectName> list(String prefix, Optional<ObjectName> after, int max) {
                return network.list(prefix, after, max).stream()
                        .filter(name -> own.contains(name)
                                || !ACCEPTED.matcher(name.value()).matches())
                        .toList();
            }
        });
    }

    /// A device writes a number without looking at it first.
    static CommitDefects noLook() {
        return new CommitDefects((network, _) -> new DefectiveNetwork(network) {
            @Override
            public Optional<ObjectInfo> head(ObjectName name) {
                return name.value().startsWith("changes/") ? Optional.empty() : network.head(name);
            }
        });
    }

    /// A device puts its own bytes under the number, whatever was chosen.
    static CommitDefects ownBytes() {
        return new CommitDefects((network, _) -> new DefectiveNetwork(network) {
            private final Map<String, byte[]> own = new HashMap<>();

            @Override
            public void add(ObjectName name, Body body) {
                if (name.value().endsWith(".json.gz")) {
                    own.put(folder(name), Transfer.bytes(body));
                }
                network.add(name, body);
            }

            @Override
            public void promote(ObjectName from, ObjectName to, Body body) {
                var bytes = own.get(folder(from));
                network.put(to, bytes == null ? body : Body.of(bytes), tidemark.remote.Metadata.NONE);
            }
        });
    }

    private static String folder(ObjectName name) {
        return name.value().substring(0, name.value().lastIndexOf('/'));
    }

    /// A device does not see the higher ballots of others.
    static CommitDefects blindToOthers() {
        return new CommitDefects((network, _) -> new DefectiveNetwork(network) {
            private final Set<ObjectName> own = new HashSet<>();

            @Override
            public void add(ObjectName name, Body body) {
                own.add(name);
                network.add(name, body);
            }

            @Override
            public List<ObjectName> list(String prefix, Optional<ObjectName> after, int max) {
                return network.list(prefix, after, max).stream()
                        .filter(name -> own.contains(name) || !prefix.startsWith("claims/"))
                        .toList();
            }
        });
    }

    /// A device looks at a number and puts it, without any claim.
    static CommitDefects lookAndPut() {
        return new CommitDefects((network, _) -> new DefectiveNetwork(network) {
            @Override
            public boolean createsAtomically() {
                return true;
            }

            @Override
            public Creation create(ObjectName name, Body body, tidemark.remote.Metadata metadata) {
                if (network.createsAtomically()) {
                    return network.create(name, body, metadata);
                }
                if (network.head(name).isPresent()) {
                    return Creation.EXISTS;
                }
                network.put(name, body, metadata);
                return Creation.CREATED;
            }
        });
    }
}
