package tidemark.build.wrong;

import org.jspecify.annotations.NullMarked;

/// One half of a cycle of two files, so that the rule can be seen to notice; never run.
@NullMarked
public final class Circle {
    OtherHalf other() {
        return new OtherHalf();
    }
}
