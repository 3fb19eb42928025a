package tidemark.build;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.TestPlan;

/// A report after a run of how many tests were left out, and why.
@NullMarked
public final class LeftOut implements TestExecutionListener {
    private final Set<String> reasons = ConcurrentHashMap.newKeySet();
    private final Set<String> tests = ConcurrentHashMap.newKeySet();
    private volatile @Nullable TestPlan plan;

    @Override
    public void testPlanExecutionStarted(TestPlan started) {
        plan = started;
    }

    @Override
    public void executionSkipped(TestIdentifier skipped, String reason) {
        reasons.add(reason);
        var known = plan;
        if (skipped.isTest() || known == null) {
            tests.add(skipped.getUniqueId());
        } else {
            known.getDescendants(skipped).stream()
                    .filter(each -> known.getChildren(each).isEmpty())
                    .forEach(each -> tests.add(each.getUniqueId()));
        }
    }

    @Override
    public void testPlanExecutionFinished(TestPlan finished) {
        if (!tests.isEmpty()) {
            System.out.println(tests.size() + " tests were left out: " + String.join("; ", reasons));
        }
    }
}
