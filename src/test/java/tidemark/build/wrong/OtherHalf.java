package tidemark.build.wrong;

import org.jspecify.annotations.NullMarked;

/// The other half of [Circle].
@NullMarked
final class OtherHalf {
    Circle circle() {
        return new Circle();
    }
}
