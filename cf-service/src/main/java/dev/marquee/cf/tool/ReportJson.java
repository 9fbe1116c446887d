package dev.marquee.cf.tool;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import dev.marquee.cf.eval.EvaluationReport;
import dev.marquee.cf.eval.LearningCurveSvg;
import dev.marquee.common.error.DataRejected;
import dev.marquee.common.io.IoReason;
import dev.marquee.common.rest.FiniteNumbers;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Writes reports as JSON, and their learning curves as SVG.
 */
final class ReportJson {
    private static final ObjectMapper JSON = JsonMapper.builder().addModule(new JavaTimeModule())
            .addModule(new FiniteNumbers())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .enable(SerializationFeature.INDENT_OUTPUT, SerializationFeature.WRITE_ENUMS_USING_TO_STRING).build();

    private ReportJson() {}

    /**
     * To be asked before the work that is to be reported.
     *
     * @param folder is made where there is none
     * @throws DataRejected if nothing can be written there
     */
    static void requireWritable(Path folder) {
        try {
            Files.createDirectories(folder);
            Files.delete(Files.createTempFile(folder, "report", null));
        } catch (IOException e) {
            throw unwritable(folder, e);
        }
    }

    /**
     * Writes {@code algorithm.json} and, where it has a learning curve, {@code algorithm.svg}.
     *
     * @param folder is made where there is none
     * @return the files
     * @throws DataRejected if one cannot be written
     */
    static List<Path> write(EvaluationReport report, Path folder) {
        try {
            Files.createDirectories(folder);
            List<Path> files = new ArrayList<>();
            files.add(Files.writeString(folder.resolve(report.algorithm() + ".json"),
                    JSON.writeValueAsString(report) + "\n"));
            if (report.learningCurve() != null) {
                files.add(Files.writeString(folder.resolve(report.algorithm() + ".svg"), LearningCurveSvg
                        .draw("Learning curve of " + report.algorithm() + " on " + report.data().name(),
                                report.learningCurve())));
            }
            return files;
        } catch (IOException e) {
            throw unwritable(folder, e);
        }
    }

    private static DataRejected unwritable(Path folder, IOException e) {
        return new DataRejected(
                "Cannot write to " + folder + " (" + IoReason.of(e) + "). Name another folder by --out.", e);
    }
}
