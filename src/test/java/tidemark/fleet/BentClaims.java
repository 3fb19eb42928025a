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
final class BentClaims {
    /// `<number>.<who>.<hash>`: a claim that accepts a value.
    private static final Pattern ACCEPTED = Pattern.compile("claims/\\d+/\\d+\\.[^./]+\\.[0-9a-f]{64}");

    private BentClaims() {}

    /// What others accepted is not taken over.
    static BentCommits noAdoption() {
        return new BentCommits((line, _) -> new BentLine(line) {
            private final Set<ObjectName> own = new HashSet<>();

            @Override
            public void add(ObjectName name, Body body) {
                own.add(name);
                line.add(name, body);
            }

            @Override
            public List<ObjectName> list(String prefix, Optional<ObjectName> after, int max) {
                return line.list(prefix, after, max).stream()
                        .filter(name -> own.contains(name)
                                || !ACCEPTED.matcher(name.value()).matches())
                        .toList();
            }
        });
    }

    /// The number is not looked at before it is written.
    static BentCommits noLook() {
        return new BentCommits((line, _) -> new BentLine(line) {
            @Override
            public Optional<ObjectInfo> head(ObjectName name) {
                return name.value().startsWith("changes/") ? Optional.empty() : line.head(name);
            }
        });
    }

    /// Whoever comes last puts its own bytes under the number, whatever was decided.
    static BentCommits ownBytes() {
        return new BentCommits((line, _) -> new BentLine(line) {
            private final Map<String, byte[]> own = new HashMap<>();

            @Override
            public void add(ObjectName name, Body body) {
                if (name.value().endsWith(".json.gz")) {
                    own.put(folder(name), Transfer.bytes(body));
                }
                line.add(name, body);
            }

            @Override
            public void promote(ObjectName from, ObjectName to, Body body) {
                var bytes = own.get(folder(from));
                line.put(to, bytes == null ? body : Body.of(bytes), tidemark.remote.Metadata.NONE);
            }
        });
    }

    private static String folder(ObjectName name) {
        return name.value().substring(0, name.value().lastIndexOf('/'));
    }

    /// Higher ballots of others are not seen.
    static BentCommits blindToOthers() {
        return new BentCommits((line, _) -> new BentLine(line) {
            private final Set<ObjectName> own = new HashSet<>();

            @Override
            public void add(ObjectName name, Body body) {
                own.add(name);
                line.add(name, body);
            }

            @Override
            public List<ObjectName> list(String prefix, Optional<ObjectName> after, int max) {
                return line.list(prefix, after, max).stream()
                        .filter(name -> own.contains(name) || !prefix.startsWith("claims/"))
                        .toList();
            }
        });
    }

    /// A number is put without any claim, and looked at before.
    static BentCommits lookAndPut() {
        return new BentCommits((line, _) -> new BentLine(line) {
            @Override
            public boolean createsAtomically() {
                return true;
            }

            @Override
            public Creation create(ObjectName name, Body body, tidemark.remote.Metadata metadata) {
                if (line.createsAtomically()) {
                    return line.create(name, body, metadata);
                }
                if (line.head(name).isPresent()) {
                    return Creation.EXISTS;
                }
                line.put(name, body, metadata);
                return Creation.CREATED;
            }
        });
    }
}
