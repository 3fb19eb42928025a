package tidemark.ui;

import com.sun.glass.ui.Application;
import java.nio.ByteBuffer;

/// The screen of the headless platform, whose memory holds 1000 rows of 1000 pixels: a window that reaches beyond the
/// last of them fails as it is drawn, such as one of 1440 pixels with a dialog in front of it.
public final class HeadlessScreen {
    private static final int BYTES = 4 * 1000 * 2500;

    private HeadlessScreen() {}

    /// Gives the screen memory for windows of any size that a test makes, from the next window on. On the window's
    /// thread.
    public static boolean makeRoom() {
        try {
            var platform = Application.GetApplication();
            var memory = platform.getClass().getDeclaredField("frameBuffer");
            memory.setAccessible(true);
            memory.set(platform, ByteBuffer.allocate(BYTES));
            return true;
        } catch (ReflectiveOperationException e) {
            throw new LinkageError("the headless platform is another", e);
        }
    }
}
