package tidemark.ui.files;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.commonmark.parser.Parser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tidemark.files.ContentState;
import tidemark.library.records.FileDetails;
import tidemark.library.records.FileId;
import tidemark.library.records.ProjectFile;
import tidemark.library.records.ProjectId;

/// The names of files in texts.
final class FileReferenceTest {
    private static FileLine pictured(String name, Optional<String> path) {
        return line(name, "image/png", path);
    }

    private static FileLine line(String name, String mediaType) {
        return line(name, mediaType, Optional.empty());
    }

    private static FileLine line(String name, String mediaType, Optional<String> path) {
        var file = new ProjectFile(
                new FileId(name),
                new ProjectId("p"),
                new FileDetails(name, mediaType, 1, "ab".repeat(32)),
                path,
                Optional.empty(),
                Instant.EPOCH,
                Optional.empty());
        return new FileLine(file, ContentState.HERE, false);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "weir.png",
                "a weir at dusk.png",
                "100%.png",
                "a%20b.png",
                "a+b.png",
                "x(1).png",
                "<odd>.png",
                "[x].png",
                "back\\slash.png",
                "*stars*.png",
                "Flußkarte 川.png",
                ".png"
            })
    void whatIsInsertedForAFileMeansThatFile(String name) {
        var line = line(name, "image/png");
        var drawn = Parser.builder().build().parse("before " + FileReference.to(line.file()) + " after");
        var image = (Image) drawn.getFirstChild().getFirstChild().getNext();
        assertThat(FileReference.find(
                        List.of(line("other.png", "image/png"), line), Optional.empty(), image.getDestination()))
                .contains(line);
    }

    @Test
    void ofTwoFilesOfOneRelativePathEachTextMeansTheOneBesideIt() {
        var spring = pictured("map.png", Optional.of("spring/map.png"));
        var autumn = pictured("map (2).png", Optional.of("autumn/map.png"));
        var both = List.of(spring, autumn);
        assertThat(FileReference.find(both, Optional.of("spring/notes.md"), "map.png"))
                .contains(spring);
        assertThat(FileReference.find(both, Optional.of("autumn/notes.md"), "map.png"))
                .contains(autumn);
        assertThat(FileReference.find(both, Optional.of("autumn/notes.md"), "../spring/map.png"))
                .contains(spring);
        assertThat(FileReference.find(both, Optional.of("autumn/notes.md"), "https://example.org/map.png"))
                .isEmpty();
    }

    @Test
    void aFileThatIsNoPictureIsLinkedByItsName() {
        var line = line("Reading list.ods", "application/vnd.oasis.opendocument.spreadsheet");
        var link = (Link) Parser.builder()
                .build()
                .parse(FileReference.to(line.file()))
                .getFirstChild()
                .getFirstChild();
        assertThat(FileReference.find(List.of(line), Optional.empty(), link.getDestination()))
                .contains(line);
        assertThat(FileReference.to(line.file())).isEqualTo("[Reading list.ods](<Reading list.ods>)");
    }

    @Test
    void addressesMeanNoFile() {
        assertThat(FileReference.isAddress("https://example.org/weir.png")).isTrue();
        assertThat(FileReference.isAddress("file:///etc/passwd")).isTrue();
        assertThat(FileReference.isAddress("weir.png")).isFalse();
        assertThat(FileReference.isAddress("12:30 at the weir.png")).isFalse();
    }
}
