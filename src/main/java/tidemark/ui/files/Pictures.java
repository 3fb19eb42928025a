package tidemark.ui.files;

import static tidemark.ui.base.Texts.text;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.SequencedMap;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.image.Image;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tidemark.app.ProjectFiles;
import tidemark.library.records.ProjectFile;
import tidemark.ui.base.Background;
import tidemark.ui.base.Picture;

/// The pictures of files, decoded in the background and kept while there is room: those that were asked for last. All
/// methods are for the window's thread.
final class Pictures {
    private static final Logger LOG = LoggerFactory.getLogger(Pictures.class);
    private static final long MOST_PIXELS = 24_000_000;

    /// A picture of a content within a bound.
    private record Key(String sha256, Bound bound) {}

    private final ProjectFiles files;
    private final Background background;
    private final SequencedMap<Key, ReadOnlyObjectWrapper<Picture>> known = new LinkedHashMap<>();

    /// @param background where pictures are read and decoded
    Pictures(ProjectFiles files, Background background) {
        this.files = files;
        this.background = background;
    }

    /// Whether there may be a picture of a file of this media type.
    static boolean isPicture(ProjectFile file) {
        return file.details().mediaType().startsWith("image/");
    }

    /// The picture of a file, as it becomes known.
    ReadOnlyObjectProperty<Picture> of(FileLine line, Bound bound) {
        if (!line.isHere()) {
            return absent(FileWords.away(line.state()));
        }
        var file = line.file();
        var key = new Key(file.details().sha256(), bound);
        var picture = known.remove(key);
        if (picture == null || isStale(picture.get())) {
            picture = new ReadOnlyObjectWrapper<>(Picture.LOADING);
            read(file, key, picture);
        }
        known.putLast(key, picture);
        makeRoom(key);
        return picture.getReadOnlyProperty();
    }

    /// Whether the content was not here when it was read: it is now.
    private static boolean isStale(Picture picture) {
        return picture instanceof Picture.Absent(var why) && why.equals(text("files.picture.away"));
    }

    private static ReadOnlyObjectProperty<Picture> absent(String why) {
        return new ReadOnlyObjectWrapper<Picture>(new Picture.Absent(why)).getReadOnlyProperty();
    }

    private void read(ProjectFile file, Key key, ReadOnlyObjectWrapper<Picture> picture) {
        background.run(() -> decoded(file, key.bound())).then(picture::set, failure -> {
            LOG.debug("The picture {} cannot be shown", key, failure);
            picture.set(new Picture.Absent(text("files.picture.unreadable")));
        });
    }

    private Picture decoded(ProjectFile file, Bound bound) throws IOException {
        var content = files.read(file);
        if (content.isEmpty()) {
            return new Picture.Absent(text("files.picture.away"));
        }
        try (var in = content.get()) {
            return new Picture.Drawn(new PictureDecoder(bound).decode(in).image());
        } catch (IOException e) {
            LOG.debug("{} is no picture that can be shown", file.id(), e);
            return new Picture.Absent(text("files.picture.unreadable"));
        }
    }

    /// Forgets the pictures that were not asked for longest; what shows them goes on to.
    private void makeRoom(Key except) {
        var pixels = known.values().stream()
                .mapToLong(picture -> pixels(picture.get()))
                .sum();
        while (pixels > MOST_PIXELS && !known.firstEntry().getKey().equals(except)) {
            pixels -= pixels(known.pollFirstEntry().getValue().get());
        }
    }

    private static long pixels(Picture picture) {
        return picture instanceof Picture.Drawn(Image image) ? (long) (image.getWidth() * image.getHeight()) : 0;
    }
}
