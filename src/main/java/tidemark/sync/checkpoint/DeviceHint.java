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

/// A hint of a device on the remote, `devices/<id>.json`, by which others compare themselves with it; it may be late,
/// lost, or anyone's.
///
/// @param version the version that it was at
/// @param state its state hash at that version; empty when an older program wrote the hint
/// @param seen when it wrote
///     the hint, by its clock
public record DeviceHint(String name, Version version, Optional<StateHash> state, Instant seen) {
    /// The folder of the hints, with its slash.
    public static final String FOLDER = "devices/";
    private static final JsonMapper JSON = new JsonMapper();
    private static final long LONGEST = 64 * 1024;
    private static final int LONGEST_NAME = 200;

    /// The hint of a device that is at this position.
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

    /// The JSON of the hint, in UTF-8.
    byte[] bytes() {
        var json = JSON.createObjectNode().put("name", name).put("version", version.number());
        state.ifPresent(hash -> json.put("stateHash", hash.toString()));
        return json.put("seen", seen.toString()).toPrettyString().getBytes(StandardCharsets.UTF_8);
    }
}
