package tidemark.bench;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.regex.Pattern;

/// The class path of this process with its folders packed into jars, from which alone Java shares loaded classes.
record Jars(List<Path> entries) {
    /// Packs the folders that are not packed yet.
    static Jars in(Path folder) throws IOException {
        Files.createDirectories(folder);
        var entries = new ArrayList<Path>();
        for (var entry : Pattern.compile(Pattern.quote(File.pathSeparator))
                .splitAsStream(System.getProperty("java.class.path"))
                .map(Path::of)
                .toList()) {
            entries.add(Files.isDirectory(entry) ? packed(entry, folder.resolve(entry.getFileName() + ".jar")) : entry);
        }
        return new Jars(entries);
    }

    private static Path packed(Path classes, Path jar) throws IOException {
        if (Files.exists(jar)) {
            return jar;
        }
        try (var out = new JarOutputStream(Files.newOutputStream(jar));
                var files = Files.walk(classes)) {
            for (var file : files.filter(Files::isRegularFile).toList()) {
                out.putNextEntry(
                        new JarEntry(classes.relativize(file).toString().replace(File.separatorChar, '/')));
                Files.copy(file, out);
                out.closeEntry();
            }
        }
        return jar;
    }

    String classPath() {
        return String.join(
                File.pathSeparator, entries.stream().map(Path::toString).toList());
    }
}
