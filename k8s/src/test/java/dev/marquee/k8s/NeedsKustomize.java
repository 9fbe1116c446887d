package dev.marquee.k8s;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.condition.EnabledIf;

/**
 * What renders an overlay is skipped where nothing is there to render it, and says so.
 */
@Target({ElementType.TYPE, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
@EnabledIf(value = "dev.marquee.k8s.Kustomize#available", disabledReason = Kustomize.MISSING)
@interface NeedsKustomize {
}
