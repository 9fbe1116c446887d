package dev.marquee.similarity.catalogue;

import dev.marquee.similarity.movie.Credit;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import java.util.Objects;

/**
 * A row of {@code credit}, as a part of its movie.
 */
@Embeddable
class CreditRow {
    @Enumerated(EnumType.STRING)
    @Column(nullable = false)
    Credit.Role role;
    @Column(nullable = false)
    int position;
    @ManyToOne(fetch = FetchType.EAGER, optional = false)
    @JoinColumn(name = "person_id")
    PersonEntity person;

    protected CreditRow() {}

    CreditRow(Credit.Role role, int position, PersonEntity person) {
        this.role = role;
        this.position = position;
        this.person = person;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof CreditRow that && role == that.role && position == that.position
                && person.id.equals(that.person.id);
    }

    @Override
    public int hashCode() {
        return Objects.hash(role, position, person.id);
    }
}
