package tidemark.library.markdown;

import java.nio.file.Path;
import tidemark.app.ContentIntake;
import tidemark.app.ContentOutlet;
import tidemark.library.TestLibrary;

/// Imports into a library and exports of it, with the contents of its files.
final class Folders {
    private Folders() {}

    static ImportReport imported(TestLibrary to, Path folder) {
        return new MarkdownImport(to.library(), new ContentIntake(to.contents())).run(folder, (_, _, _) -> {});
    }

    static ExportReport exported(TestLibrary from, Path folder) {
        return new MarkdownExport(from.library(), new ContentOutlet(from.contents())).run(folder, (_, _) -> {});
    }
}
