package dev.marquee.cf.kernels;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import dev.marquee.cf.device.DeviceInfo;
import dev.marquee.cf.device.DeviceSettings;
import dev.marquee.cf.device.choice.Devices;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** TornadoVM needs a Java with its own arguments, so the comparison is a process of its own. */
class JitAgreementTest {

    @Test
    void kernelsCompiledNowAndAheadOfTimeAgree() throws IOException, InterruptedException {
        Devices devices = new Devices(DeviceSettings.fromSystemProperties());
        assumeFalse(devices.found().stream().noneMatch(info -> info.api() == DeviceInfo.Api.OPENCL),
                () -> "no OpenCL device: " + devices.summary());
        List<String> command = List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "@" + Path.of(System.getenv("TORNADOVM_HOME"), "tornado-argfile"),
                // Else a kernel that does not compile would run as plain Java, without a word.
                "-Dtornado.recover.bailout=False", "--enable-native-access=ALL-UNNAMED", "-cp",
                System.getProperty("java.class.path"),
                JitAgreement.class.getName());
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals(0, process.waitFor(), output);
        assertTrue(output.contains("calls agree"), output);
    }
}
