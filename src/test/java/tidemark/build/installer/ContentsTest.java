package tidemark.build.installer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The list of what an installed program holds, compared with what is there.
final class ContentsTest {
    @TempDir
    Path folder;

    private Path jars;
    private Path java;

    @BeforeEach
    void build() throws IOException {
        jars = Files.createDirectories(folder.resolve("jars"));
        java = Files.createDirectories(folder.resolve("java"));
        Files.writeString(java.resolve("release"), "JAVA_VERSION=\"25\"\nMODULES=\"java.base java.sql\"\n");
        for (var jar : List.of("tidemark-0.1.0.jar", "json-2.1.jar", "json-3.0-rc1.jar", "window-26-linux.jar")) {
            Files.createFile(jars.resolve(jar));
        }
    }

    private Contents contents(String... lines) throws IOException {
        var file = Files.write(folder.resolve("contents.txt"), List.of(lines));
        return Contents.read(file);
    }

    private static final String[] ALL = {
        "# what it holds",
        "module java.base Java",
        "module java.sql the library",
        "jar tidemark the program",
        "jar json JSON",
        "jar json JSON of the older kind",
        "jar window the window",
        "out notes for the compiler"
    };

    @Test
    void whatIsListedIsWelcome() throws IOException {
        var contents = contents(ALL);
        contents.check(jars, java);
        assertThat(contents.leavesOut(Path.of("lib/notes-1.0.jar"))).isTrue();
        assertThat(contents.leavesOut(Path.of("lib/json-2.1.jar"))).isFalse();
    }

    @Test
    void aJarWithoutAReasonStopsTheBuild() throws IOException {
        Files.createFile(jars.resolve("stowaway-1.jar"));
        assertThatThrownBy(() -> contents(ALL).check(jars, java))
                .hasMessageContaining("[jar stowaway is there without a reason]");
    }

    @Test
    void aModuleWithoutAReasonStopsTheBuild() throws IOException {
        Files.writeString(java.resolve("release"), "MODULES=\"java.base java.sql java.desktop\"\n");
        assertThatThrownBy(() -> contents(ALL).check(jars, java))
                .hasMessageContaining("[module java.desktop is there without a reason]");
    }

    @Test
    void aReasonForNothingStopsTheBuild() throws IOException {
        Files.delete(jars.resolve("json-2.1.jar"));
        assertThatThrownBy(() -> contents(ALL).check(jars, java)).hasMessageContaining("[jar json is not there]");
    }

    @Test
    void aThingWithoutAReasonIsNoLineOfTheList() {
        assertThatThrownBy(() -> contents("jar tidemark")).hasMessageContaining("without kind, name and reason");
    }

    @Test
    void theListAndTheLinkNameTheSameModules() throws IOException {
        var linked = Pattern.compile("--add-modules (\\S+)").matcher(Files.readString(Path.of("jlink.conf")));
        assertThat(linked.find()).isTrue();
        assertThat(Contents.read(Path.of("installer/contents.txt")).names("module"))
                .containsAll(List.of(linked.group(1).split(",")));
    }
}
