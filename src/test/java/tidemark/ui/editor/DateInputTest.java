package tidemark.ui.editor;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tidemark.ui.base.RelativeTime;
import tidemark.ui.base.Texts;

/// The spellings of a day that a person may type.
final class DateInputTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 3, 1);

    @ParameterizedTest
    @CsvSource({
        "2027-12-31, 2027-12-31",
        "2027-1-5, 2027-01-05",
        "31 Dec 2027, 2027-12-31",
        "5 jan 2027, 2027-01-05",
        "31 December 2027, 2027-12-31",
        "1 june 2027, 2027-06-01",
        "31.12.2027, 2027-12-31",
        "5.1.2027, 2027-01-05",
        "29 Feb 2028, 2028-02-29",
        "29.2.2028, 2028-02-29"
    })
    void aWholeDayIsRead(String typed, LocalDate day) {
        assertThat(DateInput.parse(typed, TODAY)).contains(day);
    }

    @Test
    void aDayWithoutAYearIsInThisYear() {
        assertThat(DateInput.parse("31 Dec", TODAY)).contains(LocalDate.of(2026, 12, 31));
        assertThat(DateInput.parse("31 december", TODAY)).contains(LocalDate.of(2026, 12, 31));
        assertThat(DateInput.parse("31 DEC", TODAY.plusYears(3))).contains(LocalDate.of(2029, 12, 31));
        assertThat(DateInput.parse("29 Feb", LocalDate.of(2028, 1, 1))).contains(LocalDate.of(2028, 2, 29));
    }

    @ParameterizedTest
    @ValueSource(strings = {"due 31 Dec", "Due  31 Dec", "DUE\t2026-12-31", "  due 31.12.2026  ", " 31 Dec "})
    void theWordDueAndSpacesDoNotCount(String typed) {
        assertThat(DateInput.parse(typed, TODAY)).contains(LocalDate.of(2026, 12, 31));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "due",
                "soon",
                "due31 Dec",
                "31",
                "12-31",
                "31.12.",
                "32 Dec",
                "31.13.2026",
                "31.2.2026",
                "2026-02-29",
                "29 Feb",
                "29 Feb 2027",
                "31 June 2026",
                "2026-00-10",
                "31 Dez",
                "31 Dec 2026 or so"
            })
    void whatNamesNoDayIsNone(String typed) {
        assertThat(DateInput.parse(typed, TODAY)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026-01-01", "2026-09-30", "2026-12-31", "2027-06-15", "1999-05-02"})
    void aDayIsReadAsItIsShown(LocalDate day) {
        var shown = Texts.text("editor.due.day", RelativeTime.day(day, TODAY));
        assertThat(DateInput.parse(shown, TODAY)).contains(day);
    }
}
