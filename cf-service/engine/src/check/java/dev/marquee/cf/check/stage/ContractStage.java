package dev.marquee.cf.check.stage;

import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import dev.marquee.cf.algorithms.Algorithms;
import dev.marquee.cf.testing.LentDevice;
import dev.marquee.cf.train.Algorithm;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import org.junit.platform.launcher.listeners.SummaryGeneratingListener;
import org.junit.platform.launcher.listeners.TestExecutionSummary;
import org.junit.platform.launcher.listeners.TestExecutionSummary.Failure;

/**
 * The tests' own contracts on the chosen device: that of a device, and for each algorithm that has kernels that of a
 * trainer on a device, {@code OpenCl<Algorithm>TrainerTest} beside its other tests.
 */
final class ContractStage {
    private static final int SECONDS = 60;
    private static final int QUICK_SECONDS = 90;
    private static final int SHOWN = 3;

    private ContractStage() {}

    static void run(StageRun run) {
        System.setProperty(LentDevice.CHOICE, run.conditions().device().word());
        int seconds = run.conditions().quick() ? QUICK_SECONDS : SECONDS;
        run.part("device", seconds, part -> tests(part, ChosenDeviceContract.class.getName()));
        for (Algorithm<?> algorithm : Algorithms.ALL) {
            if (algorithm.deviceTrainer().isPresent()) {
                run.part(algorithm.id(), seconds, part -> tests(part, testOf(algorithm)));
            }
        }
    }

    private static String testOf(Algorithm<?> algorithm) {
        Class<?> type = algorithm.getClass();
        return type.getPackageName() + ".OpenCl" + type.getSimpleName() + "TrainerTest";
    }

    private static void tests(Part part, String type) {
        LauncherDiscoveryRequest request = LauncherDiscoveryRequestBuilder.request().selectors(selectClass(type))
                .build();
        SummaryGeneratingListener listener = new SummaryGeneratingListener();
        LauncherFactory.create().execute(request, listener);
        TestExecutionSummary summary = listener.getSummary();
        part.fact("tests", summary.getTestsFoundCount()).fact("passed", summary.getTestsSucceededCount())
                .fact("failed", summary.getTestsFailedCount())
                .fact("skipped", summary.getTestsSkippedCount() + summary.getTestsAbortedCount());
        part.say("%d of %d tests pass", summary.getTestsSucceededCount(), summary.getTestsFoundCount());
        List<Failure> failures = summary.getFailures();
        failures.forEach(failure -> failure.getException().printStackTrace());
        String told = failures.stream().limit(SHOWN).map(ContractStage::told).collect(Collectors.joining("; "));
        Part.require(failures.isEmpty(), "%s%s", told,
                failures.size() > SHOWN ? "; and " + (failures.size() - SHOWN) + " more" : "");
        Part.require(summary.getTestsFoundCount() > 0 && summary.getTestsAbortedCount() == 0,
                "tests were not found, or not run");
    }

    private static String told(Failure failure) {
        return failure.getTestIdentifier().getDisplayName() + ": " + failure.getException().getMessage();
    }
}
