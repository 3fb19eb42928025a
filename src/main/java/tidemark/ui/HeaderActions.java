package tidemark.ui;

/// The actions of the tool bar and its menu, each carried out by the part of the window that it concerns.
final class HeaderActions implements Header.Actions {
    private final Panes panes;
    private final ImportControls imports;
    private final Runnable switchTheme;
    private final Runnable openSettings;
    private final Runnable showKeys;

    HeaderActions(Panes panes, ImportControls imports, Runnable switchTheme, Runnable openSettings, Runnable showKeys) {
        this.panes = panes;
        this.imports = imports;
        this.switchTheme = switchTheme;
        this.openSettings = openSettings;
        this.showKeys = showKeys;
    }

    @Override
    public void toggleSidebar() {
        panes.toggleSidebar();
    }

    @Override
    public void switchTheme() {
        switchTheme.run();
    }

    @Override
    public void openSettings() {
        openSettings.run();
    }

    @Override
    public void importFolder() {
        imports.chooseFolder();
    }

    @Override
    public void importFile() {
        imports.chooseFile();
    }

    @Override
    public void showKeys() {
        showKeys.run();
    }
}
