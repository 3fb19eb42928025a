package tidemark.ui.markdown;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.image.WritableImage;
import javafx.scene.text.TextFlow;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;
import tidemark.ui.base.Picture;

/// The place of an image that is not on this device.
final class ImagePlaceTest {
    private static final long TIMEOUT_MILLIS = 20_000;

    private final AtomicInteger fetched = new AtomicInteger();
    private final SimpleObjectProperty<Picture> picture =
            new SimpleObjectProperty<>(new Picture.Away("Only on the remote", fetched::incrementAndGet));

    @BeforeAll
    static void startToolkit() throws TimeoutException {
        FxToolkit.registerPrimaryStage();
    }

    private static Optional<Button> button(ImagePlace place) {
        return Optional.ofNullable((Button) place.lookup(".image-fetch"));
    }

    @Test
    void itsButtonFetchesItAndGoesWithThePicture() {
        WaitForAsyncUtils.waitForAsyncFx(TIMEOUT_MILLIS, () -> {
            var flow = new TextFlow();
            var place = new ImagePlace(flow, "Weir", "weir.png");
            flow.getChildren().add(place);
            var scene = new Scene(flow);
            place.show(Optional.of(picture));
            assertThat(scene.getRoot()).isSameAs(flow);
            assertThat(button(place)).map(Button::getAccessibleText).contains("Fetch the image Weir");
            button(place).orElseThrow().fire();
            assertThat(fetched).hasValue(1);
            picture.set(new Picture.Drawn(new WritableImage(2, 2)));
            assertThat(button(place)).isEmpty();
            return true;
        });
    }
}
