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
    private static FileLine line(String name, String mediaType) {
        var file = new ProjectFile(
                new FileId(name),
                new ProjectId("p"),
                new FileDetails(name, mediaType, 1, "ab".repeat(32)),
                Optional.empty(),
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
        assertThat(FileReference.find(List.of(line("other.png", "image/png"), line), image.getDestination()))
                .contains(line);
    }

    @Test
    void aFileThatIsNoPictureIsLinkedByItsName() {
        var line = line("Reading list.ods", "application/vnd.oasis.opendocument.spreadsheet");
        var link = (Link) Parser.builder()
                .build()
                .parse(FileReference.to(line.file()))
                .getFirstChild()
                .getFirstChild();
        assertThat(FileReference.find(List.of(line), link.getDestination())).contains(line);
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
