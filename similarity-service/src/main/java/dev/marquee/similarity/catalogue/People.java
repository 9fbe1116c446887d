package dev.marquee.similarity.catalogue;

import dev.marquee.similarity.movie.Credit;
import dev.marquee.similarity.movie.Movie;
import io.smallrye.mutiny.Uni;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.hibernate.reactive.mutiny.Mutiny;

/**
 * The people of one movie within a running transaction.
 *
 * @param byId everyone who has a credit; new ones are stored with the transaction
 * @param renamed ids of those who had another name until now
 */
record People(Map<String, PersonEntity> byId, Set<String> renamed) {

    static Uni<People> of(Mutiny.Session session, Movie movie) {
        Map<String, String> names = new HashMap<>();
        for (Credit credit : movie.credits()) {
            names.put(credit.personId(), credit.name());
        }
        if (names.isEmpty()) {
            return Uni.createFrom().item(new People(Map.of(), Set.of()));
        }
        return session.createSelectionQuery("from PersonEntity where id in :ids", PersonEntity.class)
                .setParameter("ids", List.copyOf(names.keySet())).getResultList()
                .flatMap(known -> complete(session, names, known));
    }

    private static Uni<People> complete(Mutiny.Session session, Map<String, String> names, List<PersonEntity> known) {
        Map<String, PersonEntity> byId = new HashMap<>();
        Set<String> renamed = new HashSet<>();
        for (PersonEntity person : known) {
            byId.put(person.id, person);
            String name = names.getOrDefault(person.id, person.name);
            if (!person.name.equals(name)) {
                person.name = name;
                renamed.add(person.id);
            }
        }
        List<PersonEntity> added = names.entrySet().stream().filter(each -> !byId.containsKey(each.getKey()))
                .map(each -> new PersonEntity(each.getKey(), each.getValue())).toList();
        added.forEach(person -> byId.put(person.id, person));
        return session.persistAll(added.toArray()).replaceWith(new People(byId, renamed));
    }

    /** Ids of all movies in which one of these people has a credit. */
    static Uni<List<Long>> moviesOf(Mutiny.Session session, Set<String> personIds) {
        return personIds.isEmpty()
                ? Uni.createFrom().item(List.of())
                : session
                        .createNativeQuery("select distinct movie_id from credit where person_id in (:ids)", Long.class)
                        .setParameter("ids", personIds).getResultList();
    }

    /** Deletes those of these people who have no credit left. */
    static Uni<Integer> forgetIdle(Mutiny.Session session, Set<String> personIds) {
        return personIds.isEmpty()
                ? Uni.createFrom().item(0)
                : session.createNativeQuery("""
                        delete from person where id in (:ids)
                          and not exists (select 1 from credit where person_id = person.id)""")
                        .setParameter("ids", personIds).executeUpdate();
    }
}
