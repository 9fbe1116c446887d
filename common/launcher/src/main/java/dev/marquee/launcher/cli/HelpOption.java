package dev.marquee.launcher.cli;

import picocli.CommandLine.Option;

/**
 * The option that explains the others.
 */
public final class HelpOption {
    @Option(names = {"-h", "--help"}, usageHelp = true, description = "this text")
    boolean help;
}
