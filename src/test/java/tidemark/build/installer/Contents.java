package tidemark.build.installer;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// The contents of an installed program, each item with its reason.
record Contents(List<Item> items) {
    /// @param kind `jar`, `module`, or `out` for a jar that is left out
    /// @param name a jar's without its version
    record Item(String kind, String name, String reason) {}

    private static final Pattern LINE = Pattern.compile("(jar|module|out) +(\\S+) +(\\S.*)");
    private static final Pattern VERSION = Pattern.compile("-\\d.*|\\.jar$");
    private static final Pattern MODULES = Pattern.compile("(?m)^MODULES=\"([^\"]*)\"");

    /// Reads the list; lines that begin with `#` are for people.
    static Contents read(Path file) throws IOException {
        var items = new ArrayList<Item>();
        for (var line : Files.readAllLines(file)) {
            var match = LINE.matcher(line);
            if (match.matches()) {
                items.add(new Item(match.group(1), match.group(2), match.group(3)));
            } else if (!line.startsWith("#")) {
                throw new IllegalStateException(file + " has a line without kind, name and reason: " + line);
            }
        }
        return new Contents(List.copyOf(items));
    }

    /// The names of one kind, in order; two generations of a jar are there twice.
    List<String> names(String kind) {
        return items.stream()
                .filter(item -> item.kind().equals(kind))
                .map(Item::name)
                .sorted()
                .toList();
    }

    boolean leavesOut(Path jar) {
        return names("out").contains(name(jar));
    }

    /// Fails when the folder of jars, or the Java beside it, holds anything else.
    void check(Path jars, Path java) throws IOException {
        var wrong = new ArrayList<String>();
        compare("jar", jarsIn(jars), wrong);
        compare("module", modulesOf(java), wrong);
        if (!wrong.isEmpty()) {
            throw new IllegalStateException("installer/contents.txt and what was built differ: " + wrong);
        }
    }

    private void compare(String kind, List<String> found, List<String> wrong) {
        var surplus = new ArrayList<>(found);
        names(kind).forEach(surplus::remove);
        var missing = new ArrayList<>(names(kind));
        found.forEach(missing::remove);
        surplus.forEach(name -> wrong.add(kind + " " + name + " is there without a reason"));
        missing.forEach(name -> wrong.add(kind + " " + name + " is not there"));
    }

    private static List<String> jarsIn(Path folder) throws IOException {
        try (var files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".jar"))
                    .map(Contents::name)
                    .sorted()
                    .collect(Collectors.toList());
        }
    }

    private static List<String> modulesOf(Path java) throws IOException {
        var release = MODULES.matcher(Files.readString(java.resolve("release")));
        return release.find() ? List.of(release.group(1).split(" ")) : List.of();
    }

    private static String name(Path jar) {
        return VERSION.matcher(jar.getFileName().toString()).replaceFirst("");
    }
}
