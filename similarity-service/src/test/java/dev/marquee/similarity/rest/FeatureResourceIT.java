package dev.marquee.similarity.rest;

import dev.marquee.common.harness.NeedsNativeExecutable;
import io.quarkus.test.junit.QuarkusIntegrationTest;

@NeedsNativeExecutable
@QuarkusIntegrationTest
class FeatureResourceIT extends FeatureResourceTest {}
