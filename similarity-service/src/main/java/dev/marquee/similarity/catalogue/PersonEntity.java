package dev.marquee.similarity.catalogue;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/**
 * A row of {@code person}.
 */
@Entity
@Table(name = "person")
class PersonEntity {
    @Id
    String id;
    String name;

    protected PersonEntity() {}

    PersonEntity(String id, String name) {
        this.id = id;
        this.name = name;
    }
}
