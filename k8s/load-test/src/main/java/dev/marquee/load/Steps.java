package dev.marquee.load;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Looks for the highest rate that a simulation sustains: one rate after the other, each in a process of its own, until
 * one fails.
 *
 * @param results folder for the reports
 */
record Steps(Main.Name name, String results) {

    /**
     * @throws BadSetting where one is not a rate
     */
    static List<String> rates(List<String> given) {
        given.forEach(rate -> Settings.of(Map.of("load.rate", rate), Map.of()));
        return List.copyOf(given);
    }

    /**
     * @return 0 where the first rate at least is sustained; else how its process ended
     */
    int run(List<String> rates) throws IOException, InterruptedException {
        List<String> sustained = new ArrayList<>();
        System.out.println("requests/s   p50 ms   p99 ms   max ms   failed");
        for (String rate : rates) {
            StepReport report = new StepReport();
            int exit = step(rate, report);
            System.out.println(report.row(rate) + (exit == 0 ? "" : "   not sustained"));
            if (exit != 0) {
                System.out.print(report.details());
                System.out.println(sustained.isEmpty()
                        ? "No rate is sustained."
                        : "Sustained: " + sustained.getLast()
                                + " requests/s.");
                return sustained.isEmpty() ? exit : 0;
            }
            sustained.add(rate);
        }
        System.out.println("All rates are sustained.");
        return 0;
    }

    private int step(String rate, StepReport report) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(ManagementFactory.getRuntimeMXBean().getInputArguments());
        command.addAll(List.of(Main.OPENS, "-Dload.rate=" + rate, "-Dload.results=" + results, "-cp",
                System.getProperty("java.class.path"), Main.class.getName(), name.toString()));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        try (BufferedReader lines = new BufferedReader(
                new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            lines.lines().forEach(report::read);
        }
        return process.waitFor();
    }
}
