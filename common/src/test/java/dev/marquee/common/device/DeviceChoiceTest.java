package dev.marquee.common.device;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.marquee.common.error.InvalidRequest;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class DeviceChoiceTest {

    @Test
    void wishesAreWords() {
        for (DeviceChoice wish : DeviceChoice.values()) {
            assertSame(wish, DeviceChoice.parse(" " + wish.word().toUpperCase(Locale.ROOT)));
        }
        InvalidRequest refused = assertThrows(InvalidRequest.class, () -> DeviceChoice.parse("tpu"));
        assertEquals("device: must be cpu, gpu, opencl or auto, is tpu", refused.getMessage());
    }
}
