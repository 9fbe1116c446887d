package dev.marquee.cf.check.stage;

import dev.marquee.cf.train.TrainListener;
import dev.marquee.cf.train.TrainProgress;
import java.util.ArrayList;
import java.util.List;

/** Takes the time of each epoch of a training, and ends it where its part is late. */
final class EpochTimes implements TrainListener {
    private final Part part;
    private final List<Double> seconds = new ArrayList<>();
    private long last = System.nanoTime();

    EpochTimes(Part part) {
        this.part = part;
    }

    @Override
    public void progress(TrainProgress progress) {
        seconds.add(Figures.seconds(last));
        last = System.nanoTime();
    }

    @Override
    public boolean cancelled() {
        return part.late();
    }

    /** Of all epochs; the first holds the preparation. */
    List<Double> seconds() {
        return List.copyOf(seconds);
    }
}
