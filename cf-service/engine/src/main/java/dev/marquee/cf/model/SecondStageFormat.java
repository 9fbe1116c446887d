package dev.marquee.cf.model;

import dev.marquee.cf.boost.Forest;
import dev.marquee.common.io.ChecksummedInput;
import dev.marquee.common.io.ChecksummedOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The part of {@link FactorModelFormat} that holds a {@link SecondStage}.
 */
final class SecondStageFormat {
    private static final int MOST_PARTS = 16;

    private SecondStageFormat() {}

    /** @param forest without a meaning where there are no parts */
    record Sizes(List<Integer> parts, Forest.Sizes forest) {

        static Sizes read(ChecksummedInput in) throws IOException {
            int count = in.readInt();
            if (count < 0 || count > MOST_PARTS) {
                throw in.corrupt("is damaged: it has a second stage over " + count + " models");
            }
            List<Integer> parts = new ArrayList<>();
            for (int part = 0; part < count; part++) {
                parts.add(in.readInt());
            }
            return new Sizes(parts, count == 0 ? new Forest.Sizes(0, 0, 0) : Forest.Sizes.read(in));
        }
    }

    static void writeSizes(Optional<SecondStage> stage, ChecksummedOutput out) throws IOException {
        out.writeInt(stage.map(known -> known.parts().size()).orElse(0));
        if (stage.isPresent()) {
            for (int factors : stage.get().parts()) {
                out.writeInt(factors);
            }
            stage.get().forest().writeSizes(out);
        }
    }

    static void write(Optional<SecondStage> stage, ChecksummedOutput out) throws IOException {
        if (stage.isPresent()) {
            stage.get().movies().write(out);
            stage.get().forest().write(out);
        }
    }

    static Optional<SecondStage> read(ChecksummedInput in, Sizes sizes, int movies) throws IOException {
        if (sizes.parts().isEmpty()) {
            return Optional.empty();
        }
        MovieFacts facts = MovieFacts.read(in, movies);
        return Optional.of(new SecondStage(sizes.parts(), facts, Forest.read(in, sizes.forest())));
    }
}
