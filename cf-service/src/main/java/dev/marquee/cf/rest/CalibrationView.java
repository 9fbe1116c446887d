package dev.marquee.cf.rest;

import dev.marquee.cf.measure.CalibrationBand;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * See {@link CalibrationBand}.
 */
@Schema(name = "Calibration", description = "Whether errors are as large as the model expects, for some of the"
        + " held-out ratings: 68 % should lie within one deviation, 95 % within two")
public record CalibrationView(
        @Schema(examples = "user",
                description = "all, or by the number of ratings of the user or of the movie") String of,
        @Schema(examples = "21-100") String known, @Schema(examples = "2811") int ratings,
        @Schema(examples = "0.9054") double rmse, @Schema(examples = "0.9142") double deviation,
        @Schema(examples = "0.69") double withinOne, @Schema(examples = "0.959") double withinTwo) {

    static CalibrationView of(CalibrationBand band) {
        return new CalibrationView(band.of(), band.known(), band.ratings(), band.rmse(), band.deviation(),
                band.withinOne(), band.withinTwo());
    }
}
