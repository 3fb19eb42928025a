package tidemark.library;

import java.util.Optional;
import java.util.regex.Pattern;

/// A fractional index: keys that order things and leave room between any two of them.
///
/// A key is a whole number of variable length, whose first letter says how many digits follow (`a` one, `b` two …, `Z`
/// one below zero, `Y` two …), and a fraction, both in base 62 by ASCII order. Appending only counts the number up, so
/// keys stay short. The idea is David Greenspan's,
/// <https://observablehq.com/@dgreensp/implementing-fractional-indexing>.
final class FractionalIndex {
    private static final String DIGITS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
    private static final Pattern SHAPE = Pattern.compile("[A-Za-z][0-9A-Za-z]+");
    private static final String SMALLEST = "A" + "0".repeat(26);
    private static final String ZERO = "a0";

    private FractionalIndex() {}

    /// Whether the key has the form from which others can be made.
    static boolean valid(String key) {
        return SHAPE.matcher(key).matches()
                && key.length() >= wholeLength(key)
                && !key.equals(SMALLEST)
                && (key.length() == wholeLength(key) || !key.endsWith("0"));
    }

    /// A key between two keys, which must be valid and in order; a missing one is no limit.
    static String between(Optional<String> before, Optional<String> after) {
        if (before.isEmpty()) {
            return after.map(FractionalIndex::ahead).orElse(ZERO);
        }
        if (after.isEmpty()) {
            return behind(before.get());
        }
        return between(before.get(), after.get());
    }

    private static String between(String before, String after) {
        if (before.compareTo(after) >= 0) {
            throw new IllegalArgumentException("not in order: " + before + ", " + after);
        }
        var whole = whole(before);
        if (whole.equals(whole(after))) {
            return whole + middle(fraction(before), Optional.of(fraction(after)));
        }
        return up(whole)
                .filter(next -> next.compareTo(after) < 0)
                .orElseGet(() -> whole + middle(fraction(before), Optional.empty()));
    }

    private static String ahead(String after) {
        var whole = whole(after);
        if (whole.equals(SMALLEST)) {
            return whole + middle("", Optional.of(fraction(after)));
        }
        return whole.compareTo(after) < 0
                ? whole
                : down(whole)
                        .filter(lower -> !lower.equals(SMALLEST))
                        .orElseGet(() -> SMALLEST + middle("", Optional.empty()));
    }

    private static String behind(String before) {
        return up(whole(before)).orElseGet(() -> whole(before) + middle(fraction(before), Optional.empty()));
    }

    /// A fraction between two; a missing `to` is 1. Neither of the two ends in 0, nor does the result.
    private static String middle(String from, Optional<String> to) {
        if (to.isPresent()) {
            int same = samePrefix(from, to.get());
            if (same > 0) {
                var rest = from.substring(Math.min(same, from.length()));
                return to.get().substring(0, same)
                        + middle(rest, Optional.of(to.get().substring(same)));
            }
        }
        int low = from.isEmpty() ? 0 : DIGITS.indexOf(from.charAt(0));
        int high = to.map(text -> DIGITS.indexOf(text.charAt(0))).orElse(DIGITS.length());
        if (high - low > 1) {
            return String.valueOf(DIGITS.charAt((low + high) / 2));
        }
        if (to.isPresent() && to.get().length() > 1) {
            return to.get().substring(0, 1);
        }
        return DIGITS.charAt(low) + middle(from.isEmpty() ? "" : from.substring(1), Optional.empty());
    }

    private static int samePrefix(String from, String to) {
        int same = 0;
        while (same < to.length() && (same < from.length() ? from.charAt(same) : '0') == to.charAt(same)) {
            same++;
        }
        return same;
    }

    private static int wholeLength(String key) {
        char head = key.charAt(0);
        return head >= 'a' ? head - 'a' + 2 : 'Z' - head + 2;
    }

    private static String whole(String key) {
        return key.substring(0, wholeLength(key));
    }

    private static String fraction(String key) {
        return key.substring(wholeLength(key));
    }

    private static Optional<String> up(String whole) {
        var digits = new StringBuilder(whole.substring(1));
        for (int i = digits.length() - 1; i >= 0; i--) {
            int digit = DIGITS.indexOf(digits.charAt(i)) + 1;
            digits.setCharAt(i, DIGITS.charAt(digit % DIGITS.length()));
            if (digit < DIGITS.length()) {
                return Optional.of(whole.charAt(0) + digits.toString());
            }
        }
        return switch (whole.charAt(0)) {
            case 'z' -> Optional.empty();
            case 'Z' -> Optional.of(ZERO);
            default -> Optional.of(resized((char) (whole.charAt(0) + 1), '0'));
        };
    }

    private static Optional<String> down(String whole) {
        var digits = new StringBuilder(whole.substring(1));
        for (int i = digits.length() - 1; i >= 0; i--) {
            int digit = DIGITS.indexOf(digits.charAt(i)) - 1;
            digits.setCharAt(i, DIGITS.charAt(Math.floorMod(digit, DIGITS.length())));
            if (digit >= 0) {
                return Optional.of(whole.charAt(0) + digits.toString());
            }
        }
        return switch (whole.charAt(0)) {
            case 'A' -> Optional.empty();
            case 'a' -> Optional.of("Zz");
            default -> Optional.of(resized((char) (whole.charAt(0) - 1), 'z'));
        };
    }

    private static String resized(char head, char digit) {
        return head + String.valueOf(digit).repeat(wholeLength(String.valueOf(head)) - 1);
    }
}
