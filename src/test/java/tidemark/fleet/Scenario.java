package tidemark.fleet;

import java.util.List;

/// An everyday situation in which every single operation is made to fail, one at a time.
///
/// @param setUp the set-up, in which nothing fails
/// @param action the part in which the operations of the first member fail
record Scenario(String name, Schedule.Place place, List<Program> programs, Part setUp, Part action) {
    /// A part of a scenario.
    @FunctionalInterface
    interface Part {
        void run(ScenarioStage stage);
    }

    /// A schedule without steps, for the devices of this scenario.
    Schedule schedule() {
        return new Schedule(1, programs.size(), place, programs, List.of());
    }

    @Override
    public String toString() {
        return name + " on a " + place;
    }
}
