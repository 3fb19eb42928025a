package tidemark.fleet;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;

/// Edits as people make them to what is there already: another case, mark, blank or line end, lines in another order, a
/// value typed back, nothing at all.
record NearEdits(LiveWrites liveWrites, Words words, RandomGenerator random) {
    /// A new value that is most often near the one before; empty for an emptied field.
    String value(String before) {
        return switch (random.nextInt(6)) {
            case 0, 1 -> words.near(before).orElseGet(words::word);
            case 2, 3 -> words.spaced(before).orElseGet(words::word);
            case 4 -> random.nextInt(3) > 0 ? words.word() : random.nextBoolean() ? "" : "  ";
            default -> words.word();
        };
    }

    /// A text that differs from this one in next to nothing, and what to record once it is saved.
    Draft.Lines.Changed text(String table, String id, String field, String before) {
        var lines = new ArrayList<>(List.of(before.split("\r?\n", -1)));
        return switch (random.nextInt(7)) {
            case 0, 1, 2 -> wordInLine(table, id, field, before);
            case 3 -> unrecorded(before.contains("\r\n") ? before.replace("\r\n", "\n") : before.replace("\n", "\r\n"));
            case 4 -> {
                lines.add(lines.remove(random.nextInt(lines.size())));
                yield unrecorded(String.join("\n", lines));
            }
            case 5 -> {
                int at = random.nextInt(lines.size());
                lines.set(at, lines.get(at) + (random.nextBoolean() ? " " : "\t"));
                yield unrecorded(String.join("\n", lines));
            }
            default ->
                random.nextInt(3) > 0
                        ? unrecorded(before.endsWith("\n") ? before.substring(0, before.length() - 1) : before + "\n")
                        : emptied(before);
        };
    }

    private Draft.Lines.Changed unrecorded(String text) {
        return new Draft.Lines.Changed(text, () -> {});
    }

    private Draft.Lines.Changed emptied(String before) {
        return new Draft.Lines.Changed(random.nextBoolean() ? "" : " \n", () -> liveWrites.overwrote(before));
    }

    private Draft.Lines.Changed wordInLine(String table, String id, String field, String before) {
        var there = new ArrayList<>(Words.in(before));
        there.sort(null);
        if (there.isEmpty()) {
            return unrecorded(before + "\n");
        }
        var old = there.get(random.nextInt(there.size()));
        Optional<String> near = words.near(old);
        return near.map(word -> new Draft.Lines.Changed(before.replace(old, word), () -> {
                    liveWrites.overwrote(old);
                    liveWrites.wroteInto(table, id, field, word);
                }))
                .orElseGet(() -> unrecorded(before + "\n"));
    }
}
