package tidemark.ui;

import static tidemark.ui.base.Texts.text;

import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import javafx.application.Platform;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.scene.Scene;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import javafx.stage.WindowEvent;
import tidemark.app.App;
import tidemark.problem.Problem;
import tidemark.sync.SyncState;
import tidemark.sync.SyncStatus;
import tidemark.ui.base.Background;
import tidemark.ui.base.DeferredPane;
import tidemark.ui.base.Delay;
import tidemark.ui.base.Desktop;
import tidemark.ui.base.Icons;
import tidemark.ui.base.Keys;
import tidemark.ui.base.MenuKey;
import tidemark.ui.base.MoveMenus;
import tidemark.ui.base.Services;
import tidemark.ui.base.Undo;
import tidemark.ui.editor.BatchModel;
import tidemark.ui.editor.EditorModel;
import tidemark.ui.editor.EditorPane;
import tidemark.ui.files.FilesPart;
import tidemark.ui.importing.ImportModel;
import tidemark.ui.list.ListModel;
import tidemark.ui.list.ListPane;
import tidemark.ui.markdown.LinkClicked;
import tidemark.ui.markdown.Links;
import tidemark.ui.sidebar.MoveMenu;
import tidemark.ui.sidebar.SidebarModel;
import tidemark.ui.sidebar.SidebarPane;
import tidemark.ui.status.SyncIndicator;
import tidemark.ui.status.TransferBar;
import tidemark.ui.status.TransferDetails;
import tidemark.ui.status.TransfersModel;

/// The main window, on one open library.
public final class TidemarkWindow {
    private static final Duration REFRESH_DELAY = Duration.ofMillis(120);
    private static final double WIDTH = 1280;
    private static final double HEIGHT = 800;
    private static final double MIN_WIDTH = 760;
    private static final double MIN_HEIGHT = 480;

    private final App app;
    private final Stage stage;
    private final WindowState state;
    private final Banner banner;
    private final Background background;
    private final Dialogs dialogs;
    private final ListModel list;
    private final SidebarModel sidebar;
    private final EditorModel editor;
    private final EditorPane editorPane;
    private final UndoControls undoControls;
    private final ConflictReview review;
    private final ImportControls imports;
    private final FilesPart files;
    private final TransfersModel transfers;
    private final ListPane listPane;
    private final Panes panes;
    private final Header header;
    private final SyncIndicator indicator;
    private final AtomicBoolean refreshRequested = new AtomicBoolean();
    private final Delay refreshDelay = Delay.of(REFRESH_DELAY);
    private final BooleanProperty syncs = new SimpleBooleanProperty();
    private final Desktop desktop;
    private Theme theme;

    /// A window on `app` in this stage; it appears with [#show].
    ///
    /// @param clock the time, in the person's time zone
    public TidemarkWindow(App app, Stage stage, Clock clock, WindowState state, Desktop desktop) {
        this.app = app;
        this.stage = stage;
        this.state = state;
        this.desktop = desktop;
        this.theme = state.theme();
        theme.apply(); // a control made before it would load JavaFX's own theme
        banner = new Banner();
        background = new Background(app.threads().background(), Platform::runLater, banner::show);
        dialogs = new Dialogs(app, stage, background, new Rehearsals(background), desktop::browse);
        var services = services(clock);
        var undo = services.undo();
        list = new ListModel(app.library(), app.search(), background, undo, state.place());
        sidebar = new SidebarModel(app.library(), app.files().pins(), background, undo, clock, clock.getZone());
        editor = new EditorModel(app.library(), background, undo, clock);
        undoControls = new UndoControls(undo, editor::afterSaving);
        MoveMenus moveMenus = chosen -> new MoveMenu(sidebar, chosen);
        review = new ConflictReview(services, undoControls, list, state.status());
        imports = new ImportControls(new ImportModel(app.files().importing(), background, undo), stage, desktop);
        files = new FilesPart(services, banner::show);
        transfers = new TransfersModel(services.files(), app.library().files(), background);
        editorPane = editorPane(clock, moveMenus, undo);
        listPane = new ListPane(
                list, clock, clock.getZone(), () -> dialogs.emptyTrash(list::emptyTrash), moveMenus, syncs);
        panes = panes();
        header = new Header(list, undoControls.buttons(), headerActions());
        indicator = indicator(clock);
        listen();
    }

    private Services services(Clock clock) {
        var undo = new Undo(app.library().undo(), background);
        var patient = new Background(app.threads().patient(), background::onWindow, banner::show);
        return new Services(app, stage, background, patient, undo, desktop, clock);
    }

    private EditorPane editorPane(Clock clock, MoveMenus moveMenus, Undo undo) {
        var batch = new BatchModel(app.library(), undo, list.selected(), editor::afterSaving);
        return new EditorPane(editor, batch, new EditorPane.Surroundings(clock, moveMenus, review::review, files));
    }

    private Panes panes() {
        return new Panes(
                new DeferredPane(() -> new SidebarPane(sidebar, list.source(), listPane::focusList)),
                listPane,
                new DeferredPane(() -> editorPane));
    }

    private HeaderActions headerActions() {
        return new HeaderActions(panes, imports, this::switchTheme, this::openSettings, this::showKeys);
    }

    private SyncIndicator indicator(Clock clock) {
        return new SyncIndicator(
                state.status(),
                clock,
                new WindowCommands(app, background, dialogs, review::showList),
                new TransferDetails(transfers));
    }

    private void listen() {
        syncs.set(!(state.status().state() instanceof SyncState.LocalOnly));
        list.show(state.list());
        header.onLeave(listPane::focusFirst);
        listPane.acceptFiles(files.adding());
        listPane.onLeave(new ListWays(editorPane, header, review, dialogs, undoControls.toast()));
        editorPane.onLeave(listPane::focusList);
        list.open().subscribe(editor::open);
        list.open().subscribe(files::open);
        list.trashAfter(editor::afterSaving);
        sidebar.trashAfter(editor::afterSaving);
        app.changes().onChange(this::requestRefresh);
        app.backups().onProblem(problem -> background.onWindow(() -> banner.show(problem.toString())));
        app.onWindowWanted(() -> background.onWindow(this::toFront));
        app.syncing().onStatus(status -> background.onWindow(() -> show(status)));
    }

    /// Shows this status of the sync from now on.
    void show(SyncStatus status) {
        indicator.show(status);
        syncs.set(!(status.state() instanceof SyncState.LocalOnly));
        review.show(status);
    }

    /// Shows the window at the bounds it had when it was closed last.
    public void show() {
        header.show(theme);
        var scene = new Scene(root(), WIDTH, HEIGHT);
        scene.getStylesheets()
                .add(TidemarkWindow.class.getResource("tidemark.css").toExternalForm());
        shortcuts()
                .forEach((key, action) -> key.combinations()
                        .forEach(combination -> scene.getAccelerators().put(combination, action)));
        MenuKey.install(scene);
        undoControls.listenTo(scene);
        stage.setTitle(text("app.title", app.folder().path().getFileName()));
        stage.getIcons().setAll(Icons.program());
        stage.setMinWidth(MIN_WIDTH);
        stage.setMinHeight(MIN_HEIGHT);
        stage.setScene(scene);
        state.applyTo(stage);
        stage.focusedProperty()
                .subscribe(has -> background.execute(() -> app.syncing().focused(has)));
        stage.setOnCloseRequest(this::closing);
        stage.show();
        state.warning().ifPresent(warning -> banner.show(warning.toString()));
    }

    /// Offers to rebuild the library in the banner when it turns out to be damaged.
    void offerRebuilding(Consumer<Problem> rebuild) {
        banner.offerRebuilding(rebuild);
        app.check().onProblem(damage -> background.onWindow(() -> banner.showDamage(damage)));
    }

    /// Brings the window to the front: the program was started again.
    private void toFront() {
        stage.setIconified(false);
        stage.toFront();
        stage.requestFocus();
    }

    /// Closes the window once all is saved. Where that fails, the person is told before the window is gone.
    private void closing(WindowEvent event) {
        event.consume();
        editor.closeAfterSaving(dialogs::closesUnsaved, () -> {
            editor.close();
            imports.stop();
            WindowState.store(stage, list.place(), app.settings(), background);
            stage.close();
        });
    }

    /// The panes in the order of the Tab key. Banners come at the bottom: they must not move what somebody is
    /// reading or
    /// typing.
    private StackPane root() {
        var root = new BorderPane();
        root.setTop(header);
        root.setCenter(panes);
        root.setBottom(new VBox(banner, new StatusBar(indicator, new TransferBar(transfers))));
        root.getStyleClass().add("window");
        var links = new Links(desktop::browse, address -> banner.show(text("link.refused", address)));
        root.addEventHandler(LinkClicked.TYPE, event -> links.open(event.address()));
        return new StackPane(root, undoControls.toast());
    }

    /// The actions of the keys that work everywhere.
    private Map<Keys, Runnable> shortcuts() {
        return Map.ofEntries(
                Map.entry(Keys.SEARCH, header::focusSearch),
                Map.entry(Keys.NEW_PROJECT, list::create),
                Map.entry(Keys.NEW_NOTE, this::addNote),
                Map.entry(Keys.ADD_FILES, this::addFiles),
                Map.entry(Keys.STAR, editor::toggleStar),
                Map.entry(Keys.TRASH_OPEN, editor::trash),
                Map.entry(Keys.PREVIEW, editorPane::togglePreview),
                Map.entry(Keys.TO_LIST, listPane::focusList),
                Map.entry(Keys.SETTINGS, this::openSettings),
                Map.entry(Keys.SIDEBAR, panes::toggleSidebar),
                Map.entry(Keys.SYNC, this::syncNow),
                Map.entry(Keys.OVERVIEW, this::showKeys));
    }

    private void addNote() {
        editorPane.showNotes();
        editor.addNote();
    }

    private void addFiles() {
        editorPane.showFiles();
        files.choose();
    }

    private void syncNow() {
        background.execute(app.syncing()::syncNow);
    }

    /// Asks for one refresh after many changes in a row, such as those of a pull.
    private void requestRefresh() {
        if (refreshRequested.compareAndSet(false, true)) {
            background.onWindow(() -> refreshDelay.restart(this::refresh));
        }
    }

    /// Reads all that is on show again.
    void refresh() {
        refreshRequested.set(false);
        list.refresh();
        sidebar.refresh();
        editor.refresh();
        files.refresh();
        transfers.refresh();
        review.refresh();
    }

    private void switchTheme() {
        use(theme.isDark() ? Theme.LIGHT : Theme.DARK);
    }

    private void use(Theme chosen) {
        theme = chosen;
        theme.apply();
        header.show(theme);
        background.execute(() -> app.settings().set(Theme.setting(), chosen.name()));
    }

    private void openSettings() {
        dialogs.settings(theme, this::use);
    }

    private void showKeys() {
        new KeysOverview(stage).show();
    }
}
