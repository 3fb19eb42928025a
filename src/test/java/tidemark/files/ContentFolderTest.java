package tidemark.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Random;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Files that are taken into the folder of contents, and those that are not.
final class ContentFolderTest {
    private static final String EMPTY = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";

    @TempDir
    Path folder;

    private ContentFolder contents(UnaryOperator<OutputStream> disk) {
        return new ContentFolder(folder.resolve("files"), new Random(1), disk);
    }

    private Path file(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }

    /// A disk that does this before each write.
    private static UnaryOperator<OutputStream> before(IORunnable first) {
        return out -> new FilterOutputStream(out) {
            @Override
            public void write(byte[] bytes, int offset, int length) throws IOException {
                first.run();
                out.write(bytes, offset, length);
            }
        };
    }

    private interface IORunnable {
        void run() throws IOException;
    }

    private List<Path> left() throws IOException {
        try (Stream<Path> all = Files.walk(folder.resolve("files"))) {
            return all.filter(Files::isRegularFile).toList();
        }
    }

    @Test
    void aFileIsKeptUnderItsHash() throws IOException {
        var contents = contents(out -> out);
        var taken = contents.take(file("a.txt", "abc"));
        contents.keep(taken);
        assertThat(taken.hash().text()).startsWith("ba7816bf8f01cfea");
        assertThat(Files.readString(contents.path(taken.hash()))).isEqualTo("abc");
        assertThat(left()).containsExactly(contents.path(taken.hash()));
        assertThat(contents.all()).containsExactly(taken.hash());
    }

    @Test
    void anEmptyFileIsOneLikeAnother() throws IOException {
        var contents = contents(out -> out);
        contents.keep(contents.take(file("empty", "")));
        assertThat(contents.isSound(new ContentHash(EMPTY))).isTrue();
    }

    @Test
    void aFileThatGrowsOnceWhileItIsReadIsReadAgain() throws IOException {
        var file = file("log", "one\n");
        var grown = new boolean[1];
        var contents = contents(before(() -> {
            if (!grown[0]) {
                grown[0] = true;
                Files.writeString(file, "two\n", StandardOpenOption.APPEND);
            }
        }));
        assertThat(contents.take(file).size()).isEqualTo(8);
        assertThat(left()).hasSize(1);
    }

    @Test
    void aFileThatKeepsGrowingIsRefusedAndLeavesNothing() throws IOException {
        var file = file("log", "one\n");
        var contents = contents(before(() -> Files.writeString(file, "more\n", StandardOpenOption.APPEND)));
        assertThatThrownBy(() -> contents.take(file)).hasMessageContaining("changed while it was read");
        assertThat(left()).isEmpty();
    }

    @Test
    void aFileThatVanishesWhileItIsReadIsRefusedAndLeavesNothing() throws IOException {
        var file = file("gone", "one\n");
        var contents = contents(before(() -> Files.deleteIfExists(file)));
        assertThatThrownBy(() -> contents.take(file)).hasMessageContaining("There is no file");
        assertThat(left()).isEmpty();
    }

    @Test
    void aFullDiskIsNamedAndLeavesNothing() throws IOException {
        var file = file("big", "much");
        var contents = contents(before(() -> {
            throw new IOException("No space left on device");
        }));
        assertThatThrownBy(() -> contents.take(file))
                .isInstanceOf(FilesException.class)
                .hasMessageContaining("No space left on device")
                .hasMessageContaining("Make room");
        assertThat(left()).isEmpty();
    }

    @Test
    void whatIsNoFileIsRefusedWithoutBeingOpened() throws IOException {
        var contents = contents(out -> out);
        var pipe = folder.resolve("pipe");
        run("mkfifo", pipe.toString());
        assertThatThrownBy(() -> contents.take(pipe)).hasMessageContaining("a device or a pipe");
        assertThatThrownBy(() -> contents.take(folder)).hasMessageContaining("a folder");
        assertThatThrownBy(() -> contents.take(folder.resolve("none"))).hasMessageContaining("There is no file");
    }

    private static void run(String... command) {
        try {
            assertThat(new ProcessBuilder(command).start().waitFor()).isZero();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void aFolderGivesItsFilesAndNeitherLinksNorPipes() throws IOException {
        Files.createDirectories(folder.resolve("in/deep"));
        file("in/a", "1");
        file("in/deep/b", "22");
        Files.createSymbolicLink(folder.resolve("in/link"), file("outside", "333"));
        run("mkfifo", folder.resolve("in/pipe").toString());
        var found = FileFinder.find(List.of(folder.resolve("in")));
        assertThat(found.files()).containsExactly(folder.resolve("in/a"), folder.resolve("in/deep/b"));
        assertThat(found.bytes()).isEqualTo(3);
        assertThat(found.refused())
                .extracting(refused -> refused.path().getFileName().toString())
                .containsExactlyInAnyOrder("link", "pipe");
    }

    @Test
    void aLinkThatAPersonNamesIsFollowed() throws IOException {
        var link = Files.createSymbolicLink(folder.resolve("link"), file("outside", "333"));
        assertThat(FileFinder.find(List.of(link)).files()).containsExactly(link);
        assertThat(contents(out -> out).take(link).size()).isEqualTo(3);
    }
}
