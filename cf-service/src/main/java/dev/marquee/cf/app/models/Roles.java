package dev.marquee.cf.app.models;

import dev.marquee.cf.train.Role;
import dev.marquee.common.error.InvalidRequest;

/**
 * What a model can be for.
 */
public final class Roles {
    /** Predicts stars. */
    public static final String RATING = Role.RATING.id();
    /** Orders lists. */
    public static final String RANKING = Role.RANKING.id();

    private Roles() {}

    /**
     * @throws InvalidRequest where it is neither
     */
    public static String checked(String role) {
        return Role.named(role).id();
    }
}
