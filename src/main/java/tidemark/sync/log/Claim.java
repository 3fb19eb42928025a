package tidemark.sync.log;

import java.util.Optional;
import java.util.regex.Pattern;
import tidemark.sync.format.Hash;

/// What a proposer says by the name of an empty object: that it begins a ballot, or which value it accepts in it.
///
/// The names are `<ballot>.<who>` and `<ballot>.<who>.<hash>`.
record Claim(Ballot ballot, Optional<Hash> accepted) {
    private static final Pattern FORM = Pattern.compile("(\\d{1,15})\\.([0-9a-z-]{1,64})(?:\\.([0-9a-f]{64}))?");

    /// The claim in an object's last part; empty when it is something else, such as a body.
    static Optional<Claim> parse(String name) {
        var match = FORM.matcher(name);
        if (!match.matches()) {
            return Optional.empty();
        }
        var ballot = new Ballot(Long.parseLong(match.group(1)), match.group(2));
        return Optional.of(new Claim(ballot, Optional.ofNullable(match.group(3)).map(Hash::new)));
    }

    String name() {
        var begun = ballot.number() + "." + ballot.who();
        return accepted.map(hash -> begun + "." + hash).orElse(begun);
    }
}
