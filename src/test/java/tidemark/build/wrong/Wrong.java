package tidemark.build.wrong;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.IntStream;
import org.jspecify.annotations.NullMarked;
import tidemark.remote.Body;

/// A class that does everything the layers forbid, so that the rules can be tested; never run.
@NullMarked
@SuppressWarnings({"JavaTimeDefaultTimeZone", "FutureReturnValueIgnored", "SystemOut"})
public final class Wrong {
    private Wrong() {}

    static List<Object> clocks(Clock given) {
        return List.of(
                System.currentTimeMillis(),
                Instant.now(),
                LocalDate.now(),
                Clock.systemUTC(),
                given.instant(),
                Instant.now(given));
    }

    static List<Object> chance(Random given) {
        return List.of(new Random(), Math.random(), UUID.randomUUID(), ThreadLocalRandom.current(), given.nextLong());
    }

    static List<Object> threads(Executor given) {
        var thread = new Thread(() -> {});
        thread.start();
        CompletableFuture.runAsync(() -> {}, given);
        return List.of(
                thread,
                Executors.newCachedThreadPool(),
                CompletableFuture.supplyAsync(() -> 1),
                IntStream.range(0, 1).parallel());
    }

    static List<Object> words() {
        var said = new ArrayList<>();
        said.add(System.out);
        said.add(System.err);
        new IllegalStateException("x").printStackTrace();
        return said;
    }

    static List<Object> whole(Path file, InputStream in, InputStream bounded) throws IOException {
        return List.of(
                Files.readAllBytes(file), Files.readString(file), in.readAllBytes(), Body.of(bounded.readNBytes(10)));
    }
}
