package tidemark.db;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

/// SQL scripts, split into statements.
final class ScriptTest {
    @Test
    void statementsEndWithASemicolonAtTheEndOfALine() {
        var script = new Script("""
                -- why
                CREATE TABLE a (x TEXT DEFAULT 'semi; colon');

                CREATE TABLE b (
                  y TEXT
                );
                """);
        assertThat(script.statements())
                .containsExactly("CREATE TABLE a (x TEXT DEFAULT 'semi; colon');", "CREATE TABLE b (\n  y TEXT\n);");
    }

    @Test
    void aTriggerEndsWithItsOwnLine() {
        var trigger = """
                CREATE TRIGGER t AFTER INSERT ON a BEGIN
                  INSERT INTO b VALUES (1);
                  DELETE FROM b;
                END;""";
        assertThat(new Script(trigger + "\nINSERT INTO a VALUES (1);\n").statements())
                .containsExactly(trigger, "INSERT INTO a VALUES (1);");
    }

    @Test
    void aStatementWithoutAnEndIsRefused() {
        var script = new Script("CREATE TABLE a (x);\nCREATE TABLE b (y)\n");
        assertThatThrownBy(script::statements)
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("CREATE TABLE b");
    }

    @Test
    void nothingIsNoStatement() {
        assertThat(new Script("\n-- only a word\n\n").statements()).isEmpty();
    }
}
