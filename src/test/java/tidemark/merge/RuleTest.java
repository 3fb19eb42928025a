package tidemark.merge;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/// The stored names of the rules.
final class RuleTest {
    @Test
    void everyRuleIsReadByItsCode() {
        for (var rule : Rule.values()) {
            assertThat(Rule.of(rule.code())).hasValue(rule);
        }
        assertThat(Rule.of("of a newer program")).isEmpty();
    }
}
