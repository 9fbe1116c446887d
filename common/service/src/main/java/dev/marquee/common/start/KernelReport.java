package dev.marquee.common.start;

import dev.marquee.common.kernel.Kernels;
import dev.marquee.common.kernel.VectorCheck;
import io.quarkus.runtime.ImageMode;
import io.quarkus.runtime.LaunchMode;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import org.jboss.logging.Logger;

/**
 * Logs which kernels compute, and warns where the Vector API is slower than plain loops.
 */
@ApplicationScoped
class KernelReport {
    private static final Logger LOG = Logger.getLogger(KernelReport.class);
    /** Everything is compiled already: what is slow now stays slow. */
    private static final Duration NATIVE_PATIENCE = Duration.ofMillis(2);
    /** HotSpot's C2 takes its time, above all while the rest of the service warms up. */
    private static final Duration JVM_PATIENCE = Duration.ofSeconds(10);
    private static final Duration AFTER_THE_START = Duration.ofSeconds(10);

    @SuppressWarnings("ThreadPriorityCheck") // the check is only to be in nobody's way
    void atStart(@Observes StartupEvent event) {
        if (!Kernels.vectorApiPresent()) {
            LOG.warnf("Numerical kernels: %s", Kernels.choice());
            return;
        }
        LOG.infof("Numerical kernels: %s", Kernels.choice());
        if (ImageMode.current() == ImageMode.NATIVE_RUN) {
            check(NATIVE_PATIENCE);
        } else if (LaunchMode.current() == LaunchMode.NORMAL) {
            Thread.ofPlatform().daemon().name("kernel-check").priority(Thread.MIN_PRIORITY).start(this::checkLater);
        }
    }

    private void checkLater() {
        try {
            Thread.sleep(AFTER_THE_START);
            check(JVM_PATIENCE);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void check(Duration patience) {
        VectorCheck.Outcome outcome = VectorCheck.of(Kernels.get(), patience.toNanos());
        if (outcome.pays()) {
            LOG.debugf("The Vector API pays: %s", outcome);
            return;
        }
        LOG.warnf("The Vector API is slower than plain loops here (%.0f ns against %.0f ns for one dot product), and so"
                + " is all that computes. A native executable must be built with -H:+VectorAPISupport, for this"
                + " processor's vectors; java must run with its C2 compiler.", outcome.vectorNanos(),
                outcome.plainNanos());
    }
}
