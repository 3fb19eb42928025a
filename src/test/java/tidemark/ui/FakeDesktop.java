package tidemark.ui;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import javafx.stage.Window;
import tidemark.ui.base.Desktop;

/// A desktop that opens nothing and remembers what it was asked to; what a person would choose is set before.
public final class FakeDesktop implements Desktop {
    /// The addresses that were to be opened.
    public final List<URI> browsed = new CopyOnWriteArrayList<>();

    /// The files that were to be opened.
    public final List<Path> opened = new CopyOnWriteArrayList<>();

    /// The files that were to be shown in their folders.
    public final List<Path> revealed = new CopyOnWriteArrayList<>();

    /// What a person chooses when asked for files.
    public volatile List<Path> files = List.of();

    /// What a person chooses when asked for a file of Markdown.
    public volatile Optional<Path> document = Optional.empty();

    /// What a person chooses when asked for a folder, or for a file to write to.
    public volatile Optional<Path> target = Optional.empty();

    @Override
    public void browse(URI address) {
        browsed.add(address);
    }

    @Override
    public void open(Path file) {
        opened.add(file);
    }

    @Override
    public void reveal(Path file) {
        revealed.add(file);
    }

    @Override
    public List<Path> chooseFiles(Window owner, String title) {
        return files;
    }

    @Override
    public Optional<Path> chooseMarkdown(Window owner, String title) {
        return document;
    }

    @Override
    public Optional<Path> chooseFolder(Window owner, String title) {
        return target;
    }

    @Override
    public Optional<Path> chooseTarget(Window owner, String title, String name) {
        return target;
    }
}
