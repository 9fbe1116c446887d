package dev.marquee.cf.tool;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import dev.marquee.cf.eval.EvaluationReport;
import dev.marquee.common.error.DataRejected;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Writes reports as JSON.
 */
final class ReportJson {
    private static final ObjectMapper JSON = JsonMapper.builder().addModule(new JavaTimeModule())
            .addModule(new SimpleModule().addSerializer(Double.class, new NullForNan()))
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .enable(SerializationFeature.INDENT_OUTPUT, SerializationFeature.WRITE_ENUMS_USING_TO_STRING).build();

    private ReportJson() {}

    /** JSON has no NaN: what is not known is null. */
    private static final class NullForNan extends JsonSerializer<Double> {
        @Override
        public void serialize(Double value, JsonGenerator json, SerializerProvider provider) throws IOException {
            if (Double.isFinite(value)) {
                json.writeNumber(value);
            } else {
                json.writeNull();
            }
        }
    }

    /**
     * @param folder is made where there is none
     * @return the file, named after the algorithm
     * @throws DataRejected if it cannot be written
     */
    static Path write(EvaluationReport report, Path folder) {
        Path file = folder.resolve(report.algorithm() + ".json");
        try {
            Files.createDirectories(folder);
            Files.writeString(file, JSON.writeValueAsString(report) + "\n");
            return file;
        } catch (IOException e) {
            throw new DataRejected("Cannot write " + file + " (" + e + "). Name another folder by --out.", e);
        }
    }
}
