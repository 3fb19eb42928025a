package tidemark.cli;

/// A report that is one sentence on what was done.
record Done(String done) implements Report {
    @Override
    public String text() {
        return done;
    }
}
