package tidemark.ui.status;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.image.Image;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.scene.text.Text;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.util.WaitForAsyncUtils;
import tidemark.app.base.Traffic;
import tidemark.schema.RecordId;
import tidemark.sync.Comparison;
import tidemark.sync.SyncState;
import tidemark.sync.SyncStatus;
import tidemark.sync.format.CommitMode;
import tidemark.sync.state.Unsendable;
import tidemark.ui.Screenshots;
import tidemark.ui.TidemarkWindow;

/// The indicator of every sync state, with an icon and words of its own and never only a colour.
@ExtendWith(ApplicationExtension.class)
final class SyncIndicatorTest {
    private static final Instant NOW = SyncStates.NOW;
    private static final List<SyncState> STATES = SyncStates.each();

    private static SyncStatus status(SyncState state) {
        return new SyncStatus(
                state,
                4812,
                4812,
                3,
                List.of(new Unsendable(new RecordId("project", ""), "its id is empty")),
                2,
                Optional.of(NOW.minusSeconds(12)),
                "0".repeat(32),
                Optional.of("a folder"),
                Optional.of(CommitMode.CLAIMS));
    }

    private static List<StateLook> looks() {
        return STATES.stream().map(state -> StateLook.of(status(state), NOW)).toList();
    }

    @Test
    void everyStateIsShownHere() {
        assertThat(STATES.stream().map(SyncState::getClass).toList())
                .hasSameSizeAs(List.of(SyncState.class.getPermittedSubclasses()))
                .doesNotHaveDuplicates();
    }

    @Test
    void eachHasItsOwnIconAndItsOwnWords() {
        assertThat(looks().stream().map(StateLook::icon).toList()).doesNotHaveDuplicates();
        assertThat(looks().stream().map(StateLook::words).toList()).doesNotHaveDuplicates();
        assertThat(looks()).allSatisfy(look -> assertThat(look.more()).isNotBlank());
    }

    @Test
    void theWordsSayWhatAPersonWantsToKnow() {
        assertThat(looks().stream().map(StateLook::words))
                .contains(
                        "Syncing 3 of 12 · 4.3 MB · 1.1 MB/s",
                        "Offline · next try in 40 s",
                        "Waiting to sync 3 changes",
                        "2 conflicts to review",
                        "Up to date · checked 12 s ago · version 4,812");
    }

    @Test
    void theDetailsNameTheRowsThatCannotBeSent() {
        var shown = WaitForAsyncUtils.waitForAsyncFx(10_000, () -> {
            var details = new StatusDetails(new NoCommands(), new Region());
            var status = status(new SyncState.UpToDate());
            details.show(status, StateLook.of(status, NOW));
            return details.lookupAll(".label").stream()
                    .map(node -> ((Label) node).getText())
                    .toList();
        });
        assertThat(shown).contains("Cannot be sent", "project/ cannot be sent: its id is empty.");
    }

    @Test
    void eachIsDrawnWholeInBothThemes() {
        for (var sheet : List.of(new atlantafx.base.theme.PrimerLight(), new atlantafx.base.theme.PrimerDark())) {
            var stage = WaitForAsyncUtils.waitForAsyncFx(10_000, () -> {
                javafx.application.Application.setUserAgentStylesheet(sheet.getUserAgentStylesheet());
                return gallery();
            });
            Screenshots.take(stage, "14-sync-states-" + (sheet.isDarkMode() ? "dark" : "light"));
            assertThat(shownWords(stage))
                    .isEqualTo(looks().stream().map(StateLook::words).toList());
            assertThat(shownIcons(stage)).hasSize(STATES.size()).doesNotHaveDuplicates();
            WaitForAsyncUtils.waitForAsyncFx(10_000, () -> {
                stage.close();
                return true;
            });
        }
    }

    /// The words as they are drawn, which are shortened where they lack room.
    private static List<String> shownWords(Stage stage) {
        return WaitForAsyncUtils.waitForAsyncFx(
                10_000,
                () -> indicators(stage)
                        .map(indicator -> ((Text) indicator.lookup(".text")).getText())
                        .toList());
    }

    /// The pixels of each icon.
    private static List<List<Integer>> shownIcons(Stage stage) {
        return WaitForAsyncUtils.waitForAsyncFx(
                10_000,
                () -> indicators(stage)
                        .map(indicator -> pixels(indicator.getGraphic().snapshot(null, null)))
                        .toList());
    }

    private static Stream<SyncIndicator> indicators(Stage stage) {
        return stage.getScene().getRoot().getChildrenUnmodifiable().stream().map(SyncIndicator.class::cast);
    }

    private static List<Integer> pixels(Image image) {
        var width = (int) image.getWidth();
        return IntStream.range(0, width * (int) image.getHeight())
                .mapToObj(i -> image.getPixelReader().getArgb(i % width, i / width))
                .toList();
    }

    private static Stage gallery() {
        var box = new VBox();
        box.getStyleClass().addAll("window", "status-bar");
        for (var state : STATES) {
            box.getChildren().add(new SyncIndicator(status(state), () -> NOW, new NoCommands(), new Region()));
        }
        var scene = new Scene(box, 420, 360);
        scene.getStylesheets()
                .add(TidemarkWindow.class.getResource("tidemark.css").toExternalForm());
        var stage = new Stage();
        stage.setScene(scene);
        stage.show();
        return stage;
    }

    private static final class NoCommands implements SyncCommands {
        @Override
        public void syncNow() {}

        @Override
        public void pause() {}

        @Override
        public void resume() {}

        @Override
        public void openSettings() {}

        @Override
        public void showConflicts() {}

        @Override
        public void decide(SyncState.ActionNeeded state) {}

        @Override
        public void skipUnreadable(SyncState.ActionNeeded state) {}

        @Override
        public void compareDevices(Consumer<List<Comparison>> reader) {}

        @Override
        public void readTraffic(Consumer<Traffic.Summary> reader) {}
    }
}
