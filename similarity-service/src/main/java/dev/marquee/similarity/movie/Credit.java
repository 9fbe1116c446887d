package dev.marquee.similarity.movie;

import dev.marquee.common.text.PlainText;
import java.util.Objects;

/**
 * One person's part in one movie.
 *
 * @param personId stable id of the person, such as IMDb's {@code nm0000158}
 * @param name the name as shown to people, in its {@link PlainText plain form}
 * @param role what the person did
 * @param position billing order within the role, from 1
 */
public record Credit(String personId, String name, Role role, int position) {

    /** The roles that say something about what a movie is like. */
    public enum Role {
        DIRECTOR, ACTOR
    }

    public Credit {
        Objects.requireNonNull(personId, "personId");
        name = PlainText.of(name);
        Objects.requireNonNull(role, "role");
    }
}
