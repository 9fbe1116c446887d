package dev.marquee.common.rest;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.jackson.ObjectMapperCustomizer;
import jakarta.inject.Singleton;

/** No answer and no row of the database has NaN in its JSON, see {@link FiniteNumbers}. Immutable, thread-safe. */
@Singleton
public class FiniteJson implements ObjectMapperCustomizer {
    @Override
    public void customize(ObjectMapper mapper) {
        mapper.registerModule(new FiniteNumbers());
    }
}
