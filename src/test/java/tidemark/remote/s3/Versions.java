package tidemark.remote.s3;

import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// All that was ever stored in a bucket, by key, oldest first.
final class Versions {
    /// Something that was stored under a key, or the mark that it was deleted.
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Version(String id, byte[] bytes, boolean isDeleted) {}

    private final NavigableMap<String, List<Version>> all = new TreeMap<>(); // Guarded by this.
    private int count; // Guarded by this.

    /// Stores an object; empty when the name is taken and must not be.
    synchronized Optional<Version> put(String key, byte[] bytes, boolean keeps, boolean onlyIfFree) {
        if (onlyIfFree && find(key, Optional.empty()).isPresent()) {
            return Optional.empty();
        }
        var version = new Version(keeps ? "v" + ++count : "null", bytes, false);
        add(key, version);
        return Optional.of(version);
    }

    private void add(String key, Version version) {
        var list = all.computeIfAbsent(key, _ -> new ArrayList<>());
        list.removeIf(each -> each.id().equals("null") && version.id().equals("null"));
        list.add(version);
    }

    synchronized void delete(String key, boolean keeps) {
        if (keeps) {
            add(key, new Version("v" + ++count, new byte[0], true));
        } else {
            all.remove(key);
        }
    }

    /// The version with this id, or the newest.
    synchronized Optional<Version> find(String key, Optional<String> id) {
        var list = all.getOrDefault(key, List.of());
        return list.reversed().stream()
                .filter(each -> id.isEmpty() || each.id().equals(id.get()))
                .findFirst()
                .filter(each -> !each.isDeleted());
    }

    synchronized List<String> keys() {
        return all.keySet().stream()
                .filter(key -> find(key, Optional.empty()).isPresent())
                .toList();
    }

    /// The elements of a listing of versions, newest first.
    synchronized String listed(String prefix) {
        return all.tailMap(prefix).entrySet().stream()
                .filter(entry -> entry.getKey().startsWith(prefix))
                .flatMap(entry -> entry.getValue().reversed().stream()
                        .map(version -> listed(
                                entry.getKey(),
                                version,
                                entry.getValue().getLast().id().equals(version.id()))))
                .collect(Collectors.joining());
    }

    private static String listed(String key, Version version, boolean isLatest) {
        var number =
                version.id().equals("null") ? 0 : Integer.parseInt(version.id().substring(1));
        var name = version.isDeleted() ? "DeleteMarker" : "Version";
        return "<%1$s><Key>%2$s</Key><VersionId>%3$s</VersionId><IsLatest>%4$s</IsLatest>"
                        .formatted(name, key, version.id(), isLatest)
                + "<LastModified>2026-03-02T10:%02d:%02d.000Z</LastModified><ETag>\"e\"</ETag><Size>%d</Size></%s>"
                        .formatted(number / 60 % 60, number % 60, version.bytes().length, name);
    }
}
