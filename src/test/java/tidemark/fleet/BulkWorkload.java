package tidemark.fleet;

import tidemark.sync.format.BatchLimits;

/// A program that makes many rows in one transaction: more than one batch of this fleet holds.
final class BulkWorkload {
    /// The limits of the batches in a fleet: so low that a bulk costs little, so high that nothing else exceeds them.
    static final BatchLimits LIMITS = new BatchLimits(200, 8 << 20, 160 << 20, 64 << 10);

    private static final int ROWS = 40;
    private static final String LONG = " and much more".repeat(90);

    private final Member member;
    private final Words words;

    BulkWorkload(Member member, Words words) {
        this.member = member;
        this.words = words;
    }

    void act() {
        var word = words.word();
        member.database().change(sql -> {
            for (int i = 0; i < ROWS; i++) {
                sql.update("INSERT INTO label (id, name) VALUES (?, ?)", "bulk" + word + i, word + LONG);
            }
        });
        member.liveWrites().wrote("label", "bulk" + word + "0", "name", word);
    }
}
