package tidemark.remote.webdav;

import java.util.List;
import javax.xml.stream.XMLStreamException;

/// The entries of one folder among the paths that a server lists for it.
///
/// Behind a proxy, or on a disk that ignores case, these may name the folder in another form than it was asked for:
/// without its beginning, with more before it, or in other letters. Then its last parts tell.
///
/// @param folder the parts of its path as it was asked for
record FolderEntries(List<String> folder, List<ListedPath> listed) {
    /// The entries.
    ///
    /// @throws XMLStreamException when nothing that is listed has to do with the folder
    List<DavEntry> all() throws XMLStreamException {
        var entries = named(listed.stream()
                .filter(path -> path.isIn(folder) && path.parts().size() == folder.size() + 1)
                .toList());
        if (!entries.isEmpty()) {
            return entries;
        }
        var others = listed.stream().filter(path -> !path.isIn(folder)).toList();
        var like = named(others.stream().filter(this::isInOneLikeIt).toList());
        if (like.isEmpty()
                && !others.isEmpty()
                && others.size() == listed.size()
                && others.stream().noneMatch(this::isLikeIt)) {
            throw new XMLStreamException(
                    "it names " + others.getFirst() + " where /" + String.join("/", folder) + " was asked for");
        }
        return like;
    }

    private static List<DavEntry> named(List<ListedPath> paths) {
        return paths.stream()
                .map(path -> new DavEntry(path.name(), path.isFolder()))
                .toList();
    }

    private boolean isLikeIt(ListedPath path) {
        return path.isRoot() || isLikeIt(path.parts());
    }

    private boolean isInOneLikeIt(ListedPath path) {
        if (path.isRoot()) {
            return false;
        }
        return path.parent().isEmpty() ? listed.stream().anyMatch(ListedPath::isRoot) : isLikeIt(path.parent());
    }

    /// Whether one of the two paths ends in the other, in whatever letters.
    private boolean isLikeIt(List<String> parts) {
        var common = Math.min(parts.size(), folder.size());
        for (int i = 1; i <= common; i++) {
            if (!parts.get(parts.size() - i).equalsIgnoreCase(folder.get(folder.size() - i))) {
                return false;
            }
        }
        return common > 0;
    }
}
