package tidemark.build.installer;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.JarOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The trimming of jars to one system.
final class TrimTest {
    private static final FileTime TIME = FileTime.from(Instant.parse("2026-01-01T00:00:00Z"));

    @TempDir
    Path folder;

    private Path from;

    @BeforeEach
    void jars() throws IOException {
        from = Files.createDirectories(folder.resolve("from"));
        jar(
                "sql-1.jar",
                "org/sql/Sql.class",
                "org/sql/native/Linux/x86_64/libsql.so",
                "org/sql/native/Linux-Musl/x86_64/libsql.so",
                "org/sql/native/Linux/aarch64/libsql.so",
                "org/sql/native/Windows/x86_64/sql.dll",
                "org/sql/native/Mac/aarch64/libsql.dylib");
        jar("window-1-linux.jar", "window/Window.class", "libwindow.so");
        jar("empty-1.jar", "META-INF/LICENSE");
        jar("notes-1.jar", "notes/Note.class");
    }

    private void jar(String name, String... entries) throws IOException {
        try (var out = new JarOutputStream(Files.newOutputStream(from.resolve(name)))) {
            for (var entry : entries) {
                out.putNextEntry(new JarEntry(entry));
                out.write(entry.getBytes(StandardCharsets.UTF_8));
                out.closeEntry();
            }
        }
    }

    private Path trimmed(Target target, String processor, String to) throws IOException {
        var folder = this.folder.resolve(to);
        new Trim(target, processor, TIME).run(from, folder, jar -> jar.endsWith("notes-1.jar"));
        return folder;
    }

    @Test
    void onlyTheMachineCodeOfThisSystemIsKeptAndLiesBesideTheJars() throws IOException {
        var linux = trimmed(Target.LINUX, "amd64", "linux");
        assertThat(linux.resolve("libsql.so")).hasContent("org/sql/native/Linux/x86_64/libsql.so");
        assertThat(linux.resolve("libwindow.so")).hasContent("libwindow.so");
        assertThat(linux).isDirectoryNotContaining("glob:**.{dll,dylib}");
        try (var jar = new JarFile(linux.resolve("sql-1.jar").toFile())) {
            assertThat(jar.stream().map(JarEntry::getName)).containsExactly("org/sql/Sql.class");
        }
        assertThat(trimmed(Target.LINUX, "aarch64", "arm").resolve("libsql.so"))
                .hasContent("org/sql/native/Linux/aarch64/libsql.so");
        assertThat(trimmed(Target.WINDOWS, "amd64", "windows").resolve("sql.dll"))
                .exists();
        assertThat(trimmed(Target.MACOS, "aarch64", "mac").resolve("libsql.dylib"))
                .exists();
    }

    @Test
    void whatHasNoClassesOrIsUnwantedIsLeftOut() throws IOException {
        var linux = trimmed(Target.LINUX, "amd64", "linux");
        assertThat(linux.resolve("empty-1.jar")).doesNotExist();
        assertThat(linux.resolve("notes-1.jar")).doesNotExist();
    }

    @Test
    void theSameJarsComeOutByteForByte() throws IOException {
        var once = trimmed(Target.LINUX, "amd64", "once");
        var again = trimmed(Target.LINUX, "amd64", "again");
        assertThat(again.resolve("sql-1.jar")).hasSameBinaryContentAs(once.resolve("sql-1.jar"));
        assertThat(Files.getLastModifiedTime(again.resolve("sql-1.jar"))).isEqualTo(TIME);
    }
}
