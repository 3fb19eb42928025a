package tidemark.sync;

import java.util.ArrayList;
import java.util.List;
import tidemark.bench.Goal;
import tidemark.bench.Measure;
import tidemark.bench.Scenario;
import tidemark.bench.Stage;
import tidemark.remote.CountingStore;
import tidemark.remote.Request;

/// The traffic of devices with the storage in one situation: requests by kind, and bytes each way. The same on any
/// computer.
record Exchange(String name, Play play, List<Goal> goals) implements Scenario {
    /// The actions; returns the store on which the traffic was counted.
    @FunctionalInterface
    interface Play {
        CountingStore on(Devices devices) throws Exception;
    }

    Exchange(String name, Play play, Goal... goals) {
        this(name, play, List.of(goals));
    }

    @Override
    public List<Measure> run(Stage stage) throws Exception {
        try (var devices = new Devices(stage)) {
            return measures(play.on(devices));
        }
    }

    private static List<Measure> measures(CountingStore line) {
        var measures = new ArrayList<Measure>();
        measures.add(Measure.count("requests", line.requests().size()));
        for (var kind : Request.Kind.values()) {
            if (line.count(kind) > 0) {
                measures.add(Measure.count(kind.name(), line.count(kind)));
            }
        }
        measures.add(Measure.bytes("sent", line.sent()));
        measures.add(Measure.bytes("received", line.received()));
        return measures;
    }
}
