package tidemark.remote.probe;

import java.util.List;
import java.util.Optional;
import tidemark.remote.ObjectName;
import tidemark.remote.RemoteStore;
import tidemark.remote.StoreDouble;

/// A store whose listings never show what the probe has just written.
final class LateListingStore extends StoreDouble {
    LateListingStore(RemoteStore inner) {
        super(inner);
    }

    @Override
    public List<ObjectName> list(String prefix, Optional<ObjectName> after, int max) {
        return super.list(prefix, after, max).stream()
                .filter(name -> !name.value().contains("listed-"))
                .toList();
    }
}
