package dev.marquee.cf.app.training;

import java.util.Objects;
import java.util.concurrent.CancellationException;

/**
 * A training has ended for those who run it: it is called ended, somebody else has begun to run it, or its lock was
 * lost, so that somebody may. Nothing more of it may be stored.
 */
final class TrainingLost extends CancellationException {
    private static final long serialVersionUID = 1;

    TrainingLost(Claim claim) {
        this("Training " + claim.id() + " was ended or taken over by another replica");
    }

    TrainingLost(String why) {
        super(why);
    }

    /** Never {@code null}. */
    @Override
    public String getMessage() {
        return Objects.requireNonNull(super.getMessage());
    }
}
