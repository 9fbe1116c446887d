package dev.marquee.cf.rest;

import dev.marquee.common.harness.NeedsNativeExecutable;
import io.quarkus.test.junit.QuarkusIntegrationTest;

@NeedsNativeExecutable
@QuarkusIntegrationTest
class EmptyServiceIT extends EmptyServiceTest {}
