package tidemark.build.installer;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.function.Predicate;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.JarOutputStream;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;

/// The trimming of jars to one system: native libraries for others are removed, those for this one are put beside the
/// jars, so that nothing is unpacked at run time. A jar without classes is left out.
///
/// @param processor the name Java gives the processor
/// @param time of all files: a cache of loaded classes knows its jars by their times
record Trim(Target target, String processor, FileTime time) {
    private static final Pattern NATIVE = Pattern.compile(".*\\.(so|dll|dylib|jnilib|a)");

    /// Writes the jars of one folder into another, but for those that are `unwanted`.
    void run(Path from, Path to, Predicate<Path> unwanted) throws IOException {
        Files.createDirectories(to);
        try (var jars = Files.newDirectoryStream(from, "*.jar")) {
            for (var path : jars) {
                try (var jar = new JarFile(path.toFile(), false)) {
                    if (!unwanted.test(path) && hasClasses(jar)) {
                        write(jar, to.resolve(path.getFileName()));
                    }
                }
            }
        }
    }

    private static boolean hasClasses(JarFile jar) {
        return entries(jar).stream().anyMatch(entry -> entry.getName().endsWith(".class"));
    }

    private void write(JarFile jar, Path to) throws IOException {
        try (var out = new JarOutputStream(Files.newOutputStream(to))) {
            for (var entry : entries(jar)) {
                if (NATIVE.matcher(entry.getName()).matches()) {
                    if (target.runs(entry.getName(), processor)) {
                        putBeside(jar, entry, to);
                    }
                } else {
                    copy(jar, entry, out);
                }
            }
        }
        Files.setLastModifiedTime(to, time);
    }

    private void putBeside(JarFile jar, JarEntry entry, Path to) throws IOException {
        var name = entry.getName().substring(entry.getName().lastIndexOf('/') + 1);
        var file = to.resolveSibling(name);
        try (var in = jar.getInputStream(entry)) {
            Files.copy(in, file);
        }
        Files.setLastModifiedTime(file, time);
    }

    private void copy(JarFile jar, JarEntry entry, JarOutputStream out) throws IOException {
        var copy = new ZipEntry(entry.getName());
        copy.setLastModifiedTime(time);
        out.putNextEntry(copy);
        try (var in = jar.getInputStream(entry)) {
            in.transferTo(out);
        }
        out.closeEntry();
    }

    private static List<JarEntry> entries(JarFile jar) {
        return jar.stream().filter(entry -> !entry.isDirectory()).toList();
    }
}
