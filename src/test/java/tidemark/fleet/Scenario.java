package tidemark.fleet;

import java.util.List;

/// Something that devices do every day, whose every single operation is made to fail.
///
/// @param before leads up to it, and always goes well
/// @param itself in which the first member's operations fail
record Scenario(String name, Schedule.Place place, List<Program> programs, Part before, Part itself) {
    /// A part of it.
    @FunctionalInterface
    interface Part {
        void play(ScenarioStage scene);
    }

    Schedule cast() {
        return new Schedule(1, programs.size(), place, programs, List.of());
    }

    @Override
    public String toString() {
        return name + " on a " + place;
    }
}
