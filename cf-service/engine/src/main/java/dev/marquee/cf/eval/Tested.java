package dev.marquee.cf.eval;

import dev.marquee.cf.measure.Tally;
import java.util.List;

/**
 * A run with what its figures are made of.
 *
 * @param tallies of stars and of lists, with the measures named as the run names them
 */
record Tested(EvaluationRun run, List<Tally> tallies) {}
