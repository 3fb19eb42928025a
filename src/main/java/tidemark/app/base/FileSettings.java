package tidemark.app.base;

import java.util.Optional;
import java.util.OptionalLong;
import tidemark.files.FetchPolicy;
import tidemark.files.TransferSettings;

/// The settings for the contents of files on this device. They are read once and then kept, since every piece of a
/// transfer asks for them.
public final class FileSettings {
    private static final String FETCH = "files.fetch";
    private static final String CACHE_LIMIT = "files.cache-limit";
    private static final String UP = "files.up";
    private static final String DOWN = "files.down";
    private static final String PAUSED = "files.paused";

    private final Settings settings;
    private volatile Optional<TransferSettings> kept = Optional.empty();

    /// The settings of this copy.
    public FileSettings(Settings settings) {
        this.settings = settings;
    }

    /// The settings now.
    public TransferSettings get() {
        var known = kept;
        if (known.isPresent()) {
            return known.get();
        }
        var read = new TransferSettings(
                settings.get(FETCH).map(FetchPolicy::of).orElse(FetchPolicy.STANDARD),
                number(CACHE_LIMIT),
                number(UP),
                number(DOWN),
                settings.get(PAUSED).isPresent());
        kept = Optional.of(read);
        return read;
    }

    private OptionalLong number(String key) {
        var text = settings.get(key).filter(value -> value.matches("[1-9][0-9]{0,17}"));
        return text.isPresent() ? OptionalLong.of(Long.parseLong(text.get())) : OptionalLong.empty();
    }

    /// Stores other settings.
    public void set(TransferSettings other) {
        settings.set(FETCH, other.fetch().code());
        set(CACHE_LIMIT, other.cacheLimit());
        set(UP, other.up());
        set(DOWN, other.down());
        if (other.isPaused()) {
            settings.set(PAUSED, "yes");
        } else {
            settings.remove(PAUSED);
        }
        readAgain();
    }

    private void set(String key, OptionalLong number) {
        if (number.isPresent()) {
            settings.set(key, Long.toString(number.getAsLong()));
        } else {
            settings.remove(key);
        }
    }

    /// Reads them again when they are next asked for: another process may have changed them.
    public void readAgain() {
        kept = Optional.empty();
    }
}
