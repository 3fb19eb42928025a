package tidemark.build.installer;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Comparator;
import tidemark.cli.ManPage;

/// The installers of the system that this runs on.
final class Installer {
    private Installer() {}

    /// Makes the installers.
    ///
    /// @param args the folder of the jars, the bill of materials, the folder to work in, the version, the time of
    /// files, and who maintains the packages
    public static void main(String[] args) throws IOException, InterruptedException {
        var bill = Path.of(args[1]);
        var work = Path.of(args[2]);
        var version = args[3];
        var time = FileTime.from(Instant.parse(args[4]));
        var target = Target.of(System.getProperty("os.name"));
        if (!Files.exists(bill)) {
            throw new IllegalStateException("There is no bill of materials, because its plugin does not run offline."
                    + " Nothing was packed. Run Maven without -o.");
        }
        clear(work);
        var jars = trimmed(target, Path.of(args[0]), work.resolve("jars"), time);
        var image = Image.make(target, jars, work, version);
        addDocuments(image, bill);
        image.setTimes(time);
        new Training(image, work.resolve("training")).run();
        clear(image.runtime().resolve("bin"), target);
        image.setTimes(time);
        Files.copy(
                bill, Files.createDirectories(work.resolve("packages")).resolve("tidemark-" + version + ".cdx.json"));
        pack(image, work, version, args[5]);
    }

    private static Path trimmed(Target target, Path from, Path to, FileTime time) throws IOException {
        var contents = Contents.read(Path.of("installer/contents.txt"));
        new Trim(target, System.getProperty("os.arch"), time).run(from, to, contents::leavesOut);
        return to;
    }

    private static void addDocuments(Image image, Path bill) throws IOException {
        Contents.read(Path.of("installer/contents.txt")).check(image.app(), image.runtime());
        Files.copy(Path.of("LICENSE"), image.app().resolve("LICENSE"));
        Files.writeString(image.app().resolve("THIRD-PARTY.txt"), Licences.of(bill));
        Files.writeString(image.app().resolve("tidemark.1"), ManPage.text());
    }

    /// Removes the commands of Java itself, which served the training only; Windows keeps its libraries beside them.
    private static void clear(Path bin, Target target) throws IOException {
        if (target != Target.WINDOWS) {
            clear(bin);
        }
    }

    private static void pack(Image image, Path work, String version, String maintainer)
            throws IOException, InterruptedException {
        var out = work.resolve("packages");
        var builder = new ProcessBuilder(image.target().script()).inheritIO();
        var environment = builder.environment();
        environment.put("VERSION", version);
        environment.put("MAINTAINER", maintainer);
        environment.put("IMAGE", image.folder().toAbsolutePath().toString());
        environment.put("OUT", out.toAbsolutePath().toString());
        environment.put("WORK", work.toAbsolutePath().toString());
        environment.put("JAVA_HOME", System.getProperty("java.home"));
        var code = builder.start().waitFor();
        if (code != 0) {
            System.exit(code);
        }
    }

    private static void clear(Path folder) throws IOException {
        if (Files.exists(folder)) {
            try (var files = Files.walk(folder)) {
                for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
    }
}
