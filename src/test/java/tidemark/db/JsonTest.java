package tidemark.db;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tidemark.schema.Row;
import tidemark.schema.Value;
import tools.jackson.core.JacksonException;

/// Rows as JSON and back.
final class JsonTest {
    @Test
    void aRowSurvivesTheTrip() {
        var row = Row.of(Map.of(
                "text", Value.of("\uD83C\uDF0A \"quoted\" \\ \n\t\u0001\u2028"),
                "empty", Value.of(""),
                "number", Value.of(Long.MIN_VALUE),
                "precise", Value.of((1L << 53) + 1)));
        assertThat(Json.row(Json.of(row))).isEqualTo(row);
    }

    @Test
    void namesAreInOrderSoThatEqualRowsAreEqualText() {
        assertThat(Json.of(Row.of(Map.of("b", Value.of(1), "a", Value.of("x")))))
                .isEqualTo("{\"a\":\"x\",\"b\":1}");
        assertThat(Json.of(Row.EMPTY)).isEqualTo("{}");
    }

    @Test
    void nullAndAMissingNameAreTheSame() {
        assertThat(Json.row("{\"a\": null, \"b\": 1}")).isEqualTo(Json.row("{\"b\": 1}"));
    }

    @Test
    void aTextMayBeLong() {
        var row = Row.EMPTY.with("body", Optional.of(Value.of("x".repeat(30_000_000))));
        assertThat(Json.row(Json.of(row))).isEqualTo(row);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "null",
                "[1]",
                "1",
                "{\"a\": 1",
                "{\"a\": 1.5}",
                "{\"a\": 1e3}",
                "{\"a\": true}",
                "{\"a\": {\"b\": 1}}",
                "{\"a\": [1]}",
                "{\"a\": 9223372036854775808}",
                "{a: 1}"
            })
    void whatIsNoObjectOfTextsAndWholeNumbersIsRefused(String json) {
        assertThatThrownBy(() -> Json.row(json)).isInstanceOf(JacksonException.class);
    }
}
