package tidemark.sync.checkpoint;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;
import tidemark.remote.ObjectName;
import tidemark.remote.RemoteStore;
import tidemark.sync.format.Device;
import tidemark.sync.format.StateHash;
import tidemark.sync.format.Version;
import tidemark.sync.state.Replica;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/// What a device left on the remote about itself, `devices/<id>.json`: a hint, which may be late, lost, or anyone's.
///
/// @param version up to which it had the log
/// @param state the state hash that it had there; empty when an older program wrote it
public record DeviceHint(String name, Version version, Optional<StateHash> state, Instant seen) {
    public static final String FOLDER = "devices/";
    private static final JsonMapper JSON = new JsonMapper();
    private static final long LONGEST = 64 * 1024;
    private static final int LONGEST_NAME = 200;

    static DeviceHint of(Device device, Replica.Position position, Instant now) {
        return new DeviceHint(device.name(), position.version(), Optional.of(position.state()), now);
    }

    /// The hint under this name; empty when there is none that can be read.
    public static Optional<DeviceHint> read(RemoteStore store, ObjectName name) {
        return store.get(name, LONGEST).flatMap(object -> parse(object.bytes()));
    }

    private static Optional<DeviceHint> parse(byte[] bytes) {
        try {
            var json = JSON.readTree(bytes);
            var state = Optional.ofNullable(json.get("stateHash")).map(node -> StateHash.parse(node.asString()));
            return Optional.of(new DeviceHint(
                    readable(json.required("name").asString()),
                    new Version(json.required("version").asLong()),
                    state,
                    Instant.parse(json.required("seen").asString())));
        } catch (JacksonException | IllegalArgumentException | DateTimeException e) {
            return Optional.empty();
        }
    }

    private static String readable(String name) {
        return name.codePoints()
                .filter(point -> !Character.isISOControl(point))
                .limit(LONGEST_NAME)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    byte[] bytes() {
        var json = JSON.createObjectNode().put("name", name).put("version", version.number());
        state.ifPresent(hash -> json.put("stateHash", hash.toString()));
        return json.put("seen", seen.toString()).toPrettyString().getBytes(StandardCharsets.UTF_8);
    }
}
