package tidemark.ui.setup;

import tidemark.remote.webdav.Fingerprint;

/// A fingerprint in two lines, so that it can be compared by eye.
final class FingerprintWords {
    private FingerprintWords() {}

    static String lines(Fingerprint fingerprint) {
        var pairs = fingerprint.toString();
        var half = pairs.length() / 2;
        return pairs.substring(0, half) + "\n" + pairs.substring(half + 1);
    }
}
