package tidemark.ui.list;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import tidemark.library.Library;
import tidemark.library.ProjectQuery;
import tidemark.library.ProjectQuery.Shelf;
import tidemark.library.ProjectQuery.Sort;
import tidemark.library.records.CollectionId;
import tidemark.library.records.LabelId;
import tidemark.library.records.ProjectId;
import tidemark.ui.base.Texts;

/// The place where a person left the list: its source, its order, and the open project.
public record ListPlace(ListSource source, Sort sort, Optional<ProjectId> open) {
    private static final String COLLECTION = "collection:";
    private static final String LABEL = "label:";
    private static final String ALL = "all";
    private static final String STARRED = "starred";

    /// All projects, the last edited first, with none open.
    public static ListPlace first() {
        return new ListPlace(shelf(new Shelf.All(), "sidebar.all"), Sort.EDITED, Optional.empty());
    }

    /// The place that [#text] stored, as far as it is still there. Waits for the database.
    public static ListPlace parse(String stored, Library library) {
        var parts = List.of(Pattern.compile(" ").split(stored, 3));
        if (parts.size() < 3) {
            return first();
        }
        var open = Optional.of(new ProjectId(parts.get(2)))
                .filter(id -> library.projects()
                        .find(id)
                        .filter(project -> project.trashedAt().isEmpty())
                        .isPresent());
        return new ListPlace(source(parts.get(0), library), sort(parts.get(1)), open);
    }

    private static ListSource source(String code, Library library) {
        if (code.startsWith(COLLECTION)) {
            return library.collections()
                    .find(new CollectionId(code.substring(COLLECTION.length())))
                    .filter(found -> found.trashedAt().isEmpty())
                    .<ListSource>map(found -> new ListSource.Shelf(
                            new Shelf.Within(found.id()), found.details().name()))
                    .orElse(first().source());
        }
        if (code.startsWith(LABEL)) {
            return library.labels()
                    .find(new LabelId(code.substring(LABEL.length())))
                    .<ListSource>map(found -> new ListSource.Shelf(new Shelf.Labelled(found.id()), "#" + found.name()))
                    .orElse(first().source());
        }
        return code.equals(STARRED) ? shelf(new Shelf.Starred(), "sidebar.starred") : first().source();
    }

    private static ListSource shelf(Shelf shelf, String key) {
        return new ListSource.Shelf(shelf, Texts.text(key));
    }

    private static Sort sort(String name) {
        return List.of(Sort.values()).stream()
                .filter(sort -> sort.name().equals(name))
                .findFirst()
                .orElse(Sort.EDITED);
    }

    /// The place as text. A search, the trash and the conflicts are left for all projects: they are no place to begin
    /// at.
    public String text() {
        var code = source instanceof ListSource.Shelf(var shelf, var _)
                ? switch (shelf) {
                    case Shelf.Within(var collection) -> COLLECTION + collection.text();
                    case Shelf.Labelled(var label) -> LABEL + label.text();
                    case Shelf.Starred() -> STARRED;
                    case Shelf _ -> ALL;
                }
                : ALL;
        return code + " " + sort.name() + " " + open.map(ProjectId::text).orElse("-");
    }

    /// The query of the list; all projects, where the source is none of projects.
    ProjectQuery query() {
        var shelf = source instanceof ListSource.Shelf(var known, var _) ? known : new Shelf.All();
        return ProjectQuery.of(shelf).sorted(sort);
    }
}
