package tidemark.sync.log;

import java.util.Optional;
import java.util.regex.Pattern;
import tidemark.sync.format.Hash;

/// A vote in the name of an empty object: a proposer begins a ballot, or accepts a value in it.
///
/// The names are `<ballot>.<proposer>` and `<ballot>.<proposer>.<hash>`.
///
/// @param accepted the hash of the value that it accepts;
/// empty when it begins the ballot
record Claim(Ballot ballot, Optional<Hash> accepted) {
    private static final Pattern FORM = Pattern.compile("(\\d{1,15})\\.([0-9a-z-]{1,64})(?:\\.([0-9a-f]{64}))?");

    /// The claim in the last part of an object's name; empty when that is something else, such as a body.
    static Optional<Claim> parse(String name) {
        var match = FORM.matcher(name);
        if (!match.matches()) {
            return Optional.empty();
        }
        var ballot = new Ballot(Long.parseLong(match.group(1)), match.group(2));
        return Optional.of(new Claim(ballot, Optional.ofNullable(match.group(3)).map(Hash::new)));
    }

    /// The last part of the object's name.
    String name() {
        var begun = ballot.number() + "." + ballot.proposer();
        return accepted.map(hash -> begun + "." + hash).orElse(begun);
    }
}
