package tidemark.ui;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.ArgumentsProvider;
import org.junit.jupiter.params.provider.ArgumentsSource;
import org.junit.jupiter.params.support.ParameterDeclarations;

/// A test that takes pictures in the theme it is given: one of the two in the build, both by `-Pshots`.
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@Tag("shots")
@ParameterizedTest
@ArgumentsSource(ThemedTest.Themes.class)
@interface ThemedTest {
    /// The themes to take pictures in. Which one the build takes follows from the test's name, so both occur.
    final class Themes implements ArgumentsProvider {
        private static final List<Theme> BOTH = List.of(Theme.LIGHT, Theme.DARK);

        @Override
        public Stream<? extends Arguments> provideArguments(
                ParameterDeclarations parameters, ExtensionContext context) {
            var name = context.getRequiredTestMethod().getName();
            var one = name.hashCode() % 2 == 0 ? Theme.LIGHT : Theme.DARK;
            return (Screenshots.areAllTaken() ? BOTH : List.of(one)).stream().map(Arguments::of);
        }
    }
}
