package tidemark.sync;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tidemark.remote.webdav.DavServer;

/// The cost of each situation in HTTP requests where commits are made by claims.
final class WebDavCountsTest {
    private final DavServer server = new DavServer();
    private final SteppedClock clock = new SteppedClock();
    private final List<Copy> copies = new ArrayList<>();

    @TempDir
    Path folder;

    private Copy copy(String name) {
        var store = server.open("me", new Random(name.length()));
        var copy = new Copy(folder, name, store, clock, new Random(name.hashCode()));
        copies.add(copy);
        return copy;
    }

    private List<String> requests(Runnable work) {
        server.forgetRequests();
        work.run();
        return List.copyOf(server.requests());
    }

    @AfterEach
    void close() {
        copies.forEach(Copy::close);
        server.close();
    }

    @Test
    void aPollIsOneRequestAnEditAtMostNineAndItsPickUpTwo() {
        var laptop = copy("laptop");
        laptop.set("project", "p1", "title", "River");
        laptop.sync();
        var desk = copy("desk");
        desk.sync();
        assertThat(requests(laptop::sync)).containsExactly("GET /dav/My%20things/me/changes/000000000/002.json.gz");
        laptop.set("project", "p1", "title", "Stream");
        assertThat(requests(laptop::sync)).hasSizeLessThanOrEqualTo(9).anyMatch(line -> line.startsWith("MOVE"));
        assertThat(requests(desk::sync)).hasSize(2).allMatch(line -> line.startsWith("GET"));
        assertThat(desk.text("project", "p1", "title")).isEqualTo("Stream");
    }

    @Test
    void aFirstSyncOfTenThousandNotesIsAtMostFortyAndAFreshDeviceNine() {
        var laptop = copy("laptop");
        laptop.set("project", "p1", "title", "River");
        laptop.database.change(sql -> {
            for (int i = 0; i < 10_000; i++) {
                sql.update("INSERT INTO note (id, project, title) VALUES (?, 'p1', ?)", "n" + i, "Note " + i);
            }
        });
        assertThat(requests(laptop::sync)).hasSizeLessThanOrEqualTo(40);
        var desk = copy("desk");
        assertThat(requests(desk::sync)).hasSizeLessThanOrEqualTo(9);
        assertThat(desk.position()).isEqualTo(laptop.position());
        assertThat(desk.ids("note")).hasSize(10_000);
    }
}
