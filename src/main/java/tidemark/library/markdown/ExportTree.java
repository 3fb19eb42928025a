package tidemark.library.markdown;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// The folders and files of an export by their paths in it, with `/` between names, named before they are written. Each
/// path can be made on every system, and is inside the export.
final class ExportTree {
    /// The path of the export's own folder.
    static final String TOP = "";

    private static final int DEEPEST = 32;
    private static final int LONGEST = 1000;

    private final Map<String, FileNames> folders = new HashMap<>();

    ExportTree() {
        folders.put(TOP, new FileNames());
        names(TOP).free(ExportIndex.name());
        names(TOP).take(ExportIndex.name());
    }

    private FileNames names(String folder) {
        return folders.computeIfAbsent(folder, _ -> new FileNames());
    }

    /// The path in a folder for a record of this title: free for a folder, and with an ending for a text.
    String free(String folder, String title) {
        var path = inside(folder, names(folder).free(title));
        names(path);
        return path;
    }

    /// The path in a folder for a file of this name, or one like it.
    String freeFile(String folder, String name) {
        return inside(folder, names(folder).freeFile(name));
    }

    /// Takes this very path for a file, if every system can have it and nothing else is there.
    ///
    /// @return whether it was taken
    boolean take(String path) {
        var steps = List.of(path.split("/", -1));
        if (path.length() > LONGEST || steps.size() > DEEPEST || !steps.stream().allMatch(FileNames::isFit)) {
            return false;
        }
        if (!isFree(steps)) {
            return false;
        }
        var folder = TOP;
        for (var step : steps) {
            names(folder).take(step);
            folder = inside(folder, step);
        }
        return true;
    }

    private boolean isFree(List<String> steps) {
        var folder = TOP;
        for (var step : steps.subList(0, steps.size() - 1)) {
            var inner = inside(folder, step);
            if (!folders.containsKey(inner)) {
                return names(folder).isFree(step);
            }
            folder = inner;
        }
        return names(folder).isFree(steps.getLast());
    }

    private static String inside(String folder, String name) {
        return folder.isEmpty() ? name : folder + "/" + name;
    }
}
