package tidemark.fleet;

import java.util.List;

/// An everyday situation in which every single operation is made to fail, one at a time.
///
/// @param setUp the set-up, in which nothing fails
/// @param action the part in which the operations of the first member fail
/// @param seed of the devices
record Scenario(String name, Schedule.Place place, List<Program> programs, Part setUp, Part action, long seed) {
    private static final long WITHOUT_FILES = 1;
    private static final long WITH_FILES = 3017;

    /// A scenario without files.
    Scenario(String name, Schedule.Place place, List<Program> programs, Part setUp, Part action) {
        this(name, place, programs, setUp, action, WITHOUT_FILES);
    }

    /// The same with contents of files on both devices.
    Scenario withFiles() {
        return new Scenario(name, place, programs, setUp, action, WITH_FILES);
    }

    /// A part of a scenario.
    @FunctionalInterface
    interface Part {
        void run(ScenarioStage stage);
    }

    /// A schedule without steps, for the devices of this scenario.
    Schedule schedule() {
        return new Schedule(seed, programs.size(), place, programs, List.of());
    }

    @Override
    public String toString() {
        return name + " on a " + place;
    }
}
