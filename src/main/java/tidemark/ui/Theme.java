package tidemark.ui;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import javafx.application.Application;
import javafx.application.ColorScheme;
import javafx.application.Platform;

/// A theme of the window.
enum Theme {
    /// Light or dark, as the system is.
    SYSTEM,
    /// Dark on light.
    LIGHT,
    /// Light on dark.
    DARK;

    private static final String SETTING = "theme";

    static Theme parse(String text) {
        for (var theme : values()) {
            if (theme.name().equals(text)) {
                return theme;
            }
        }
        return SYSTEM;
    }

    /// The key of the setting that stores the theme.
    static String setting() {
        return SETTING;
    }

    boolean isDark() {
        return switch (this) {
            case LIGHT -> false;
            case DARK -> true;
            case SYSTEM -> Platform.getPreferences().getColorScheme() == ColorScheme.DARK;
        };
    }

    void apply() {
        var sheet = isDark() ? new PrimerDark() : new PrimerLight();
        Application.setUserAgentStylesheet(sheet.getUserAgentStylesheet());
    }
}
