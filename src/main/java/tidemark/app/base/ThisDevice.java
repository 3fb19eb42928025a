package tidemark.app.base;

import java.io.IOException;
import java.net.InetAddress;
import tidemark.remote.RandomHex;
import tidemark.sync.format.Device;

/// This copy's identity among the devices of a library: a random id, and a name that is the computer's until the
/// person gives another. Kept in the settings.
public final class ThisDevice {
    private static final String ID = "device.id";
    private static final String NAME = "device.name";
    private static final int ID_DIGITS = 16;

    private final Settings settings;

    private ThisDevice(Settings settings) {
        this.settings = settings;
    }

    /// The device of this library, which gets id and name when it has none.
    public static ThisDevice of(Settings settings, Environment environment) {
        if (settings.get(ID).isEmpty()) {
            settings.set(ID, RandomHex.digits(environment.random(), ID_DIGITS));
        }
        if (settings.get(NAME).isEmpty()) {
            settings.set(NAME, hostName());
        }
        return new ThisDevice(settings);
    }

    private static String hostName() {
        try {
            return InetAddress.getLocalHost().getHostName();
        } catch (IOException e) {
            return "This computer";
        }
    }

    /// Id and name as they are now.
    public Device device() {
        return new Device(settings.get(ID).orElseThrow(), settings.get(NAME).orElseThrow());
    }

    /// Gives this device another name.
    public void name(String name) {
        settings.set(NAME, name);
    }
}
