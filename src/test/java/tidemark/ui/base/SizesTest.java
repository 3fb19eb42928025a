package tidemark.ui.base;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Numbers of bytes as text.
final class SizesTest {
    @ParameterizedTest
    @CsvSource({
        "0, 0 KB",
        "1, 1 KB",
        "1024, 1 KB",
        "1025, 2 KB",
        "1048576, 1 MB",
        "1572864, 1.5 MB",
        "10485760, 10 MB",
        "209715200, 200 MB",
        "5368709120, 5 GB",
        "9223372036854775807, 8388608 TB"
    })
    void areInTheLargestUnitThatTheyHaveOneOf(long bytes, String words) {
        assertThat(Sizes.words(bytes)).isEqualTo(words);
    }
}
