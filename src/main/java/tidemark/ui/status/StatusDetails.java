package tidemark.ui.status;

import static tidemark.ui.base.Texts.text;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import tidemark.sync.SyncState;
import tidemark.sync.SyncStatus;
import tidemark.sync.format.CommitMode;
import tidemark.sync.state.Unsendable;

/// The details of the sync status, and the buttons for what can be done about it.
final class StatusDetails extends VBox {
    private static final double WIDTH = 380;
    private static final double NAMES_WIDTH = 120;
    private static final int SHORT_HASH = 12;
    private static final int MOST_ROWS = 3;

    private final SyncCommands commands;
    private final Label title = new Label();
    private final Label more = new Label();
    private final GridPane facts = new GridPane();
    private final FlowPane buttons = new FlowPane();
    private Optional<String> traffic = Optional.empty();
    private Optional<String> devices = Optional.empty();
    private Object buttonsKey = Object.class;

    /// @param transfers the transfers of files
    StatusDetails(SyncCommands commands, Node transfers) {
        this.commands = commands;
        getStyleClass().add("sync-details");
        setPrefWidth(WIDTH);
        title.getStyleClass().add("title-4");
        title.setWrapText(true);
        more.setWrapText(true);
        more.setMinHeight(Region.USE_PREF_SIZE);
        facts.getStyleClass().add("facts");
        facts.getColumnConstraints().setAll(new ColumnConstraints(NAMES_WIDTH), new ColumnConstraints());
        buttons.getStyleClass().add("buttons");
        buttons.setPrefWrapLength(WIDTH);
        getChildren().setAll(title, more, facts, buttons, transfers);
    }

    void show(SyncStatus status, StateLook look) {
        title.setText(look.words());
        more.setText(look.more());
        facts.getChildren().clear();
        fact("sync.fact.remote", status.remote().orElse(text("sync.fact.none")));
        status.commits()
                .filter(CommitMode.CLAIMS::equals)
                .ifPresent(_ -> fact("sync.fact.commits", text("sync.fact.claims")));
        fact("sync.fact.version", text("sync.fact.version.number", status.version()));
        fact("sync.fact.pending", Long.toString(status.pending()));
        if (!status.unsendable().isEmpty()) {
            fact("sync.fact.unsendable", unsendable(status.unsendable()));
        }
        fact("sync.fact.conflicts", Long.toString(status.conflicts()));
        fact("sync.fact.hash", status.stateHash().substring(0, SHORT_HASH));
        devices.ifPresent(words -> fact("sync.fact.devices", words));
        traffic.ifPresent(words -> fact("sync.fact.traffic", words));
        showButtons(status.state());
    }

    /// Replaces the buttons only when the state changes, so that a click under way is not lost: times on show change
    /// each second.
    private void showButtons(SyncState state) {
        if (!kind(state).equals(buttonsKey)) {
            buttonsKey = kind(state);
            buttons.getChildren().setAll(mainButton(state));
            if (state instanceof SyncState.Offline(var _, var because, var isVanished) && isVanished) {
                var needed = new SyncState.ActionNeeded(because, SyncState.Action.REMOTE_VANISHED);
                buttons.getChildren().add(button("sync.button.decide", () -> commands.decide(needed)));
            }
            if (hasRemote(state)) {
                buttons.getChildren().addAll(pauseOrResume(state), button("sync.button.compare", this::compare));
            }
        }
    }

    /// The key that the buttons depend on.
    private static Object kind(SyncState state) {
        return switch (state) {
            case SyncState.ActionNeeded needed -> needed;
            case SyncState.Offline(var _, var because, var isVanished) -> List.of(because, isVanished);
            case SyncState _ -> state.getClass();
        };
    }

    /// Reads the number of requests to the remote; a remote whose requests are not counted has no line.
    void readTraffic() {
        commands.readTraffic(read -> traffic = Optional.of(read)
                .filter(known -> known.requestsPerMonth() > 0)
                .map(known -> text("sync.fact.traffic.day", known.today().requests(), known.requestsPerMonth())));
    }

    private void compare() {
        devices = Optional.of(text("sync.devices.asking"));
        commands.compareDevices(found -> devices = Optional.of(DeviceWords.of(found)));
    }

    /// The first few pending rows that no batch can hold, each with the reason, and the number of the others.
    private static String unsendable(List<Unsendable> rows) {
        var words = rows.stream().limit(MOST_ROWS).map(Unsendable::toString).collect(Collectors.joining("\n"));
        var others = rows.size() - MOST_ROWS;
        return others > 0 ? words + "\n" + text("sync.fact.unsendable.more", others) : words;
    }

    private void fact(String key, String value) {
        var name = new Label(text(key));
        name.getStyleClass().add("text-muted");
        var fact = new Label(value);
        fact.setWrapText(true);
        facts.addRow(facts.getRowCount(), name, fact);
    }

    private Button mainButton(SyncState state) {
        var button = switch (state) {
            case SyncState.LocalOnly() -> button("sync.button.setup", commands::openSettings);
            case SyncState.ActionNeeded needed -> mainButton(needed);
            case SyncState.Offline _ -> button("sync.button.retry", commands::syncNow);
            case SyncState.Conflicts _ -> button("sync.button.conflicts", commands::showConflicts);
            case SyncState.Paused() -> button("sync.button.resume", commands::resume);
            case SyncState.UpdateNeeded _,
                    SyncState.Syncing _,
                    SyncState.Checking _,
                    SyncState.Waiting _,
                    SyncState.UpToDate _ -> button("sync.button.now", commands::syncNow);
        };
        button.getStyleClass().add("accent");
        button.setDefaultButton(true);
        return button;
    }

    private Button mainButton(SyncState.ActionNeeded needed) {
        return switch (needed.action()) {
            case REMOTE_SETTINGS -> button("sync.button.settings", commands::openSettings);
            case REMOTE_WENT_BACK, REMOTE_EMPTIED, REMOTE_VANISHED ->
                button("sync.button.decide", () -> commands.decide(needed));
            case SKIP_UNREADABLE -> button("sync.button.skip", () -> commands.skipUnreadable(needed));
            case RETRY -> button("sync.button.retry", commands::syncNow);
        };
    }

    private Button pauseOrResume(SyncState state) {
        return state instanceof SyncState.Paused
                ? button("sync.button.settings", commands::openSettings)
                : button("sync.button.pause", commands::pause);
    }

    private static boolean hasRemote(SyncState state) {
        return !(state instanceof SyncState.LocalOnly);
    }

    private static Button button(String key, Runnable action) {
        var button = new Button(text(key));
        button.setOnAction(_ -> action.run());
        return button;
    }
}
