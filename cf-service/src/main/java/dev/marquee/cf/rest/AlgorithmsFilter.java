package dev.marquee.cf.rest;

import dev.marquee.cf.algorithms.Algorithms;
import dev.marquee.cf.train.Role;
import io.quarkus.smallrye.openapi.OpenApiFilter;
import io.quarkus.smallrye.openapi.OpenApiFilter.RunStage;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.media.Schema;

/**
 * Names the algorithms in the OpenAPI document, which is made while the service is built: descriptions hold a mark
 * where names belong, and get them when the service starts.
 */
// Not while it is built: that is done by a Java that cannot load this.
@OpenApiFilter(stages = RunStage.RUNTIME_STARTUP)
public class AlgorithmsFilter implements OASFilter {
    /** Those that predict stars. */
    static final String FOR_STARS = "{algorithms for stars}";
    /** Those that order lists. */
    static final String FOR_LISTS = "{algorithms for lists}";
    /** Those that have kernels for devices. */
    static final String ON_DEVICES = "{algorithms on devices}";

    @Override
    public Schema filterSchema(Schema schema) {
        String text = schema.getDescription();
        if (text != null) {
            schema.setDescription(text.replace(FOR_STARS, of(Role.RATING)).replace(FOR_LISTS, of(Role.RANKING))
                    .replace(ON_DEVICES, Algorithms.ids(each -> each.deviceTrainer().isPresent())
                            .replace(", ", " and ")));
        }
        return schema;
    }

    private static String of(Role role) {
        return Algorithms.ids(each -> each.roles().contains(role));
    }
}
