package tidemark.ui.status;

import static tidemark.ui.base.Texts.text;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import tidemark.sync.Comparison;

/// The comparison with other devices as text for people.
final class DeviceWords {
    private DeviceWords() {}

    static String of(List<Comparison> comparisons) {
        return comparisons.isEmpty()
                ? text("sync.devices.none")
                : comparisons.stream().map(DeviceWords::of).collect(Collectors.joining("\n"));
    }

    private static String of(Comparison comparison) {
        var key = "sync.devices." + comparison.verdict().name().toLowerCase(Locale.ROOT);
        return text(key, comparison.device(), comparison.version());
    }
}
