package tidemark.sync.state;

import java.sql.SQLException;
import tidemark.db.Sql;
import tidemark.sync.format.Device;

/// The name of this device in a library, where a name means one device: two computers are often called the same.
///
/// The device that is later in the log gives way, and takes the first free number behind its name. It keeps the new
/// name as if the person had given it.
public final class UniqueName {
    /// The setting that holds the name.
    private static final String SETTING = "device.name";

    private static final String TAKEN = """
            SELECT 1 FROM log WHERE device <> ?1 AND device_name = ?2
              AND version < ifnull((SELECT min(version) FROM log WHERE device = ?1), version + 1)""";

    private static final String ANY = "SELECT 1 FROM log WHERE device <> ? AND device_name = ?";

    private UniqueName() {}

    /// This device under a name that no other device of the log has, nor `other`, whose batch comes next.
    public static Device of(Sql sql, Device device, Device other) throws SQLException {
        var isNext = !other.id().equals(device.id()) && other.name().equals(device.name());
        var isNew = !sql.exists("SELECT 1 FROM log WHERE device = ?", device.id());
        if (!(isNext && isNew) && !sql.exists(TAKEN, device.id(), device.name())) {
            return device;
        }
        int number = 2;
        while (isTaken(sql, device, other, name(device, number))) {
            number++;
        }
        return new Device(device.id(), name(device, number));
    }

    private static boolean isTaken(Sql sql, Device device, Device other, String name) throws SQLException {
        return (other.name().equals(name) && !other.id().equals(device.id())) || sql.exists(ANY, device.id(), name);
    }

    private static String name(Device device, int number) {
        return device.name() + " (" + number + ")";
    }

    /// This device under a name that no other device of the log has; another name than it had is kept.
    static Device kept(Sql sql, Device device) throws SQLException {
        var unique = of(sql, device, device);
        if (!unique.equals(device)) {
            new Replica(sql).set(LocalKey.SETTING, SETTING, unique.name());
        }
        return unique;
    }
}
