package tidemark.problem;

/// A failure explained: what caused it, what it means for the person's data, and what helps.
///
/// @param cause one sentence: what happened
/// @param effect one sentence: what does not work now, and what is safe
/// @param remedy one sentence: what to do
public record Problem(String cause, String effect, String remedy) {
    @Override
    public String toString() {
        return cause + " " + effect + " " + remedy;
    }
}
