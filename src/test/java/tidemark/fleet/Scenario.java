package tidemark.fleet;

import java.util.List;

/// An everyday situation in which every single operation is made to fail, one at a time.
///
/// @param before the set-up, in which nothing fails
/// @param itself the part in which the operations of the first member fail
record Scenario(String name, Schedule.Place place, List<Program> programs, Part before, Part itself) {
    /// A part of a scenario.
    @FunctionalInterface
    interface Part {
        void play(ScenarioStage scene);
    }

    /// A schedule without steps, for the devices of this scenario.
    Schedule cast() {
        return new Schedule(1, programs.size(), place, programs, List.of());
    }

    @Override
    public String toString() {
        return name + " on a " + place;
    }
}
