package dev.marquee.launcher.run;

import dev.marquee.common.device.DeviceChoice;
import dev.marquee.common.ingest.OnError;
import dev.marquee.launcher.cli.UsageError;
import dev.marquee.launcher.cli.ValueReader;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;

/**
 * The options of {@code ./run}. What must be looked at before there is a build is read by what {@link OptionCheck}
 * uses, too.
 */
final class RunOptions {
    @Option(names = "--data", paramLabel = "DIR", converter = FolderReader.class, description = "a folder with any"
            + " MovieLens release (found out from its files): 100K (u.data), 1M and 10M (ratings.dat), latest-small,"
            + " 20M, 25M, 32M (ratings.csv)")
    private @Nullable Path data;

    @Option(names = "--imdb", paramLabel = "DIR", converter = FolderReader.class, description = "a folder with IMDb's"
            + " TSV files, which are joined through links.csv: title.basics, title.crew, title.principals, name.basics")
    private @Nullable Path imdb;

    @Option(names = "--download", paramLabel = "RELEASE", converter = ReleaseNames.class, description = "download a"
            + " release first: ${COMPLETION-CANDIDATES}; goes on where an interrupted download"
            + " stopped", completionCandidates = ReleaseNames.class)
    private @Nullable Release download;

    @Option(names = "--fresh", description = "forget what earlier starts with the same data stored, and begin anew")
    private boolean fresh;

    @Option(names = "--algorithm", paramLabel = "NAME", converter = AlgorithmNames.class, description = "how to train:"
            + " als; sgd; hybrid, the most exact, which takes longest (default: hybrid for own data of 20,000 to 2,000,000"
            + " ratings, else als); where there is a model already, that is used",
            completionCandidates = AlgorithmNames.class)
    private @Nullable String algorithm;

    @Option(names = "--device", paramLabel = "WHERE", converter = DeviceNames.class, description = "where to train:"
            + " auto (default) takes a GPU where there is one, else the CPU; cpu; gpu: a real one, by CUDA or OpenCL;"
            + " opencl: any OpenCL device, such as PoCL's", completionCandidates = DeviceNames.class)
    private @Nullable DeviceChoice device;

    @Option(names = "--on-error", paramLabel = "WHAT", converter = OnErrorNames.class, description = "a bad line in"
            + " the data: skip (default) leaves it out and lists it, fail imports"
            + " nothing", completionCandidates = OnErrorNames.class)
    private OnError onError = Choices.ON_ERROR.first();

    @Option(names = "--port", paramLabel = "N", converter = PortReader.class, description = "port of the page and of"
            + " cf-service (default ${DEFAULT-VALUE})")
    private Integer port = Ports.DEFAULTS.cf();

    @Option(names = "--similarity-port", paramLabel = "N", converter = PortReader.class, description = "port of"
            + " similarity-service (default ${DEFAULT-VALUE})")
    private Integer similarityPort = Ports.DEFAULTS.similarity();

    @Option(names = "--install", description = "fetch a JDK 25 (Eclipse Temurin) and a Maven into the folder for"
            + " databases, logs and downloads, as far as there are none, and end; nothing else of the system is"
            + " touched")
    private boolean install;

    /** @throws UsageError if they cannot be meant together, or a folder holds nothing that can be used */
    void requireUsable() {
        if (install) {
            throw new UsageError("--install stands alone: ./run --install");
        }
        data().requireUsable();
        ports().requireDifferent();
    }

    WantedData data() {
        return new WantedData(Optional.ofNullable(data), Optional.ofNullable(imdb), Optional.ofNullable(download));
    }

    boolean fresh() {
        return fresh;
    }

    /** Empty: whichever suits the data. */
    Optional<String> algorithm() {
        return Optional.ofNullable(algorithm);
    }

    /** Empty: as the service is configured. */
    Optional<DeviceChoice> device() {
        return Optional.ofNullable(device);
    }

    OnError onError() {
        return onError;
    }

    Ports ports() {
        return new Ports(port, similarityPort);
    }

    static final class FolderReader implements ITypeConverter<Path> {
        @Override
        public Path convert(String name) {
            return Folder.existing(name);
        }
    }

    static final class PortReader extends ValueReader<Integer> {
        PortReader() {
            super(Ports::read);
        }
    }

    static final class ReleaseNames extends ValueReader<Release> {
        ReleaseNames() {
            super(Choices.RELEASES::read, Choices.RELEASES.words());
        }
    }

    static final class AlgorithmNames extends ValueReader<String> {
        AlgorithmNames() {
            super(Choices.ALGORITHMS::read, Choices.ALGORITHMS.words());
        }
    }

    static final class DeviceNames extends ValueReader<DeviceChoice> {
        DeviceNames() {
            super(Choices.DEVICES::read, Choices.DEVICES.words());
        }
    }

    static final class OnErrorNames extends ValueReader<OnError> {
        OnErrorNames() {
            super(Choices.ON_ERROR::read, Choices.ON_ERROR.words());
        }
    }
}
