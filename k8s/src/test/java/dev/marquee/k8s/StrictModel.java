package dev.marquee.k8s;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.cfg.CoercionAction;
import com.fasterxml.jackson.databind.cfg.CoercionInputShape;
import com.fasterxml.jackson.databind.introspect.Annotated;
import com.fasterxml.jackson.databind.introspect.JacksonAnnotationIntrospector;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.type.LogicalType;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.fabric8.kubernetes.api.model.KubernetesResource;
import io.fabric8.kubernetes.client.utils.KubernetesSerialization;

/**
 * Parses a resource as fabric8's Kubernetes model has it. The model itself keeps fields that it does not know, for
 * clusters that are newer than it; here they are mistakes, and so are a text where a number belongs and the other way
 * round.
 */
final class StrictModel {
    private static final KubernetesSerialization MODEL = new KubernetesSerialization();
    private static final ObjectMapper STRICT = mapper();

    private StrictModel() {}

    /**
     * @return the resource, or {@code null} where the model does not have its kind
     * @throws IllegalArgumentException naming the resource and the field that does not fit
     */
    static KubernetesResource parse(ObjectNode resource) {
        Class<? extends KubernetesResource> type = MODEL.getRegisteredKubernetesResource(
                resource.path("apiVersion").asText(), resource.path("kind").asText());
        if (type == null) {
            return null;
        }
        try {
            return STRICT.treeToValue(resource, type);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(Resources.id(resource) + ": " + e.getOriginalMessage(), e);
        }
    }

    private static ObjectMapper mapper() {
        ObjectMapper mapper = JsonMapper.builder().addModule(new JavaTimeModule())
                .annotationIntrospector(new JacksonAnnotationIntrospector() {
                    private static final long serialVersionUID = 1;

                    @Override
                    public Boolean hasAnySetter(Annotated annotated) {
                        return false;
                    }
                }).enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS).build();
        mapper.coercionConfigFor(LogicalType.Textual).setCoercion(CoercionInputShape.Integer, CoercionAction.Fail)
                .setCoercion(CoercionInputShape.Boolean, CoercionAction.Fail)
                .setCoercion(CoercionInputShape.Float, CoercionAction.Fail);
        return mapper;
    }
}
