package dev.marquee.cf.kernels;

import uk.ac.manchester.tornado.api.KernelContext;
import uk.ac.manchester.tornado.api.math.TornadoMath;
import uk.ac.manchester.tornado.api.types.arrays.FloatArray;
import uk.ac.manchester.tornado.api.types.arrays.IntArray;

/**
 * Stochastic gradient descent in rounds. What the kernels compute, with shapes, is in {@code DeviceSgdKernels}; K is
 * compiled in.
 */
public final class SgdKernels {

    private SgdKernels() {}

    /**
     * A group of 256 items is a number of teams of K/4, each of which works on one slot: an item has every (K/4)-th
     * factor, so that a team reads and writes rows in whole stretches. A team works on four entries at a time, whose
     * rows it reads at once, as it waits for memory most of the time. Products are summed through local memory: every
     * item of a team adds all of its team's, which takes one barrier where a tree takes several.
     *
     * <p>
     * Then the team of a row's first slot adds what the row's teams have summed, in their order, and moves the row.
     * Teams without an entry reach all barriers too.
     */
    public static void sgdStep(KernelContext ctx, FloatArray rows, FloatArray state, FloatArray means, IntArray index,
            FloatArray rating, IntArray slots, FloatArray errors, IntArray sizes, FloatArray numbers, int k) {
        float[] shared = ctx.allocateFloatLocalArray(1024);
        float[] sums = ctx.allocateFloatLocalArray(1024);
        int lanes = k / 4;
        int item = ctx.localIdx;
        int group = ctx.groupIdx;
        int team = item / lanes;
        int lane = item - team * lanes;
        int firstOfTeam = team * lanes;
        int row = 0;
        int entry = 0;
        int end = 0;
        int slotsOfRow = 0;
        int passes = 0;
        int slot = 4 * (sizes.get(0) + group * (256 / lanes) + team);
        if (group < sizes.get(1)) {
            int firstOfGroup = 4 * (sizes.get(0) + group * (256 / lanes));
            passes = (slots.get(firstOfGroup + 2) - slots.get(firstOfGroup + 1) + 3) / 4;
            row = slots.get(slot);
            entry = sizes.get(5) + slots.get(slot + 1);
            end = sizes.get(5) + slots.get(slot + 2);
            slotsOfRow = slots.get(slot + 3);
        }
        int p = row * k + lane;
        float p0 = 0.0f;
        float p1 = 0.0f;
        float p2 = 0.0f;
        float p3 = 0.0f;
        float base = numbers.get(0);
        float bias = 0.0f;
        float biasLambda = 0.0f;
        if (entry < end) {
            p0 = rows.get(p);
            p1 = rows.get(p + lanes);
            p2 = rows.get(p + 2 * lanes);
            p3 = rows.get(p + 3 * lanes);
            bias = state.get(8 * row);
            biasLambda = state.get(8 * row + 7);
            base += bias;
        }
        float g0 = 0.0f;
        float g1 = 0.0f;
        float g2 = 0.0f;
        float g3 = 0.0f;
        float slowness = 0.0f;
        float errorSum = 0.0f;
        float biasSquares = 0.0f;
        float squares = 0.0f;
        for (int pass = 0; pass < passes; pass++) {
            float a0 = 0.0f;
            float a1 = 0.0f;
            float a2 = 0.0f;
            float a3 = 0.0f;
            float aError = 0.0f;
            if (entry < end) {
                int other = index.get(entry);
                a0 = rows.get(other * k + lane);
                a1 = rows.get(other * k + lane + lanes);
                a2 = rows.get(other * k + lane + 2 * lanes);
                a3 = rows.get(other * k + lane + 3 * lanes);
                aError = rating.get(entry) - base - state.get(8 * other);
            }
            float b0 = 0.0f;
            float b1 = 0.0f;
            float b2 = 0.0f;
            float b3 = 0.0f;
            float bError = 0.0f;
            if (entry + 1 < end) {
                int other = index.get(entry + 1);
                b0 = rows.get(other * k + lane);
                b1 = rows.get(other * k + lane + lanes);
                b2 = rows.get(other * k + lane + 2 * lanes);
                b3 = rows.get(other * k + lane + 3 * lanes);
                bError = rating.get(entry + 1) - base - state.get(8 * other);
            }
            float c0 = 0.0f;
            float c1 = 0.0f;
            float c2 = 0.0f;
            float c3 = 0.0f;
            float cError = 0.0f;
            if (entry + 2 < end) {
                int other = index.get(entry + 2);
                c0 = rows.get(other * k + lane);
                c1 = rows.get(other * k + lane + lanes);
                c2 = rows.get(other * k + lane + 2 * lanes);
                c3 = rows.get(other * k + lane + 3 * lanes);
                cError = rating.get(entry + 2) - base - state.get(8 * other);
            }
            float d0 = 0.0f;
            float d1 = 0.0f;
            float d2 = 0.0f;
            float d3 = 0.0f;
            float dError = 0.0f;
            if (entry + 3 < end) {
                int other = index.get(entry + 3);
                d0 = rows.get(other * k + lane);
                d1 = rows.get(other * k + lane + lanes);
                d2 = rows.get(other * k + lane + 2 * lanes);
                d3 = rows.get(other * k + lane + 3 * lanes);
                dError = rating.get(entry + 3) - base - state.get(8 * other);
            }
            shared[item] = p0 * a0 + p1 * a1 + p2 * a2 + p3 * a3;
            shared[256 + item] = p0 * b0 + p1 * b1 + p2 * b2 + p3 * b3;
            shared[512 + item] = p0 * c0 + p1 * c1 + p2 * c2 + p3 * c3;
            shared[768 + item] = p0 * d0 + p1 * d1 + p2 * d2 + p3 * d3;
            ctx.localBarrier();
            float aProduct = 0.0f;
            float bProduct = 0.0f;
            float cProduct = 0.0f;
            float dProduct = 0.0f;
            for (int l = firstOfTeam; l < firstOfTeam + lanes; l++) {
                aProduct += shared[l];
                bProduct += shared[256 + l];
                cProduct += shared[512 + l];
                dProduct += shared[768 + l];
            }
            if (entry < end) {
                aError -= aProduct;
                float aGradient = aError - biasLambda * bias;
                g0 += aError * a0;
                g1 += aError * a1;
                g2 += aError * a2;
                g3 += aError * a3;
                slowness += aError * aError * (a0 * a0 + a1 * a1 + a2 * a2 + a3 * a3);
                errorSum += aError;
                biasSquares += aGradient * aGradient;
                squares += aError * aError;
            }
            if (entry + 1 < end) {
                bError -= bProduct;
                float bGradient = bError - biasLambda * bias;
                g0 += bError * b0;
                g1 += bError * b1;
                g2 += bError * b2;
                g3 += bError * b3;
                slowness += bError * bError * (b0 * b0 + b1 * b1 + b2 * b2 + b3 * b3);
                errorSum += bError;
                biasSquares += bGradient * bGradient;
                squares += bError * bError;
            }
            if (entry + 2 < end) {
                cError -= cProduct;
                float cGradient = cError - biasLambda * bias;
                g0 += cError * c0;
                g1 += cError * c1;
                g2 += cError * c2;
                g3 += cError * c3;
                slowness += cError * cError * (c0 * c0 + c1 * c1 + c2 * c2 + c3 * c3);
                errorSum += cError;
                biasSquares += cGradient * cGradient;
                squares += cError * cError;
            }
            if (entry + 3 < end) {
                dError -= dProduct;
                float dGradient = dError - biasLambda * bias;
                g0 += dError * d0;
                g1 += dError * d1;
                g2 += dError * d2;
                g3 += dError * d3;
                slowness += dError * dError * (d0 * d0 + d1 * d1 + d2 * d2 + d3 * d3);
                errorSum += dError;
                biasSquares += dGradient * dGradient;
                squares += dError * dError;
            }
            entry += 4;
            ctx.localBarrier();
        }
        shared[item] = g0;
        shared[256 + item] = g1;
        shared[512 + item] = g2;
        shared[768 + item] = g3;
        sums[item] = slowness;
        sums[256 + item] = errorSum;
        sums[512 + item] = biasSquares;
        sums[768 + item] = squares;
        ctx.localBarrier();
        for (int s = 1; s < slotsOfRow; s++) {
            int at = item + s * lanes;
            g0 += shared[at];
            g1 += shared[256 + at];
            g2 += shared[512 + at];
            g3 += shared[768 + at];
            slowness += sums[at];
            errorSum += sums[256 + at];
            biasSquares += sums[512 + at];
        }
        // Of a row's teams, only the first item of each place reads it there, and that is this one.
        if (slotsOfRow > 0) {
            sums[item] = slowness;
        }
        ctx.localBarrier();
        if (slotsOfRow > 0) {
            float total = 0.0f;
            for (int l = firstOfTeam; l < firstOfTeam + lanes; l++) {
                total += sums[l];
            }
            float entries = slots.get(slot + 4 * (slotsOfRow - 1) + 2) - slots.get(slot + 1);
            float newSlowness = state.get(8 * row + 3) + total * numbers.get(1);
            float rate = numbers.get(2) / TornadoMath.sqrt(newSlowness);
            float pull = rate * entries * state.get(8 * row + 6);
            float shrunk = 1.0f / (1.0f + pull);
            int away = sizes.get(3);
            int place = row;
            int target = row + away;
            if (row >= away) {
                place = row - away;
                target = row - away;
            }
            float towards0 = 0.0f;
            float towards1 = 0.0f;
            float towards2 = 0.0f;
            float towards3 = 0.0f;
            if (sizes.get(4) != 0) {
                towards0 = means.get(place * k + lane);
                towards1 = means.get(place * k + lane + lanes);
                towards2 = means.get(place * k + lane + 2 * lanes);
                towards3 = means.get(place * k + lane + 3 * lanes);
            }
            rows.set(target * k + lane, (p0 + rate * g0 + pull * towards0) * shrunk);
            rows.set(target * k + lane + lanes, (p1 + rate * g1 + pull * towards1) * shrunk);
            rows.set(target * k + lane + 2 * lanes, (p2 + rate * g2 + pull * towards2) * shrunk);
            rows.set(target * k + lane + 3 * lanes, (p3 + rate * g3 + pull * towards3) * shrunk);
            if (lane == 0) {
                float newBiasSlowness = state.get(8 * row + 4) + biasSquares;
                float biasRate = numbers.get(2) / TornadoMath.sqrt(newBiasSlowness);
                state.set(8 * target, (bias + biasRate * errorSum) / (1.0f + biasRate * entries * biasLambda));
                state.set(8 * target + 3, newSlowness);
                state.set(8 * target + 4, newBiasSlowness);
            }
        }
        if (item == 0 && group < sizes.get(2)) {
            float sum = 0.0f;
            for (int t = 0; t < 256; t += lanes) {
                sum += sums[768 + t];
            }
            errors.set(group, errors.get(group) + sum);
        }
    }

    /** One item for each number; those of a row's first eight numbers bring its state too. */
    public static void sgdSettle(KernelContext ctx, FloatArray rows, FloatArray state, IntArray odd, FloatArray factors,
            FloatArray biases, IntArray sizes, int k) {
        int item = ctx.globalIdx;
        int side = item / k;
        int f = item - side * k;
        if (side < sizes.get(1)) {
            int row = sizes.get(0) + side;
            int from = row + odd.get(row) * sizes.get(2);
            float number = rows.get(from * k + f);
            rows.set(row * k + f, number);
            factors.set(side * k + f, number);
            if (f < 8) {
                float kept = state.get(8 * from + f);
                state.set(8 * row + f, kept);
                if (f == 0) {
                    biases.set(side, kept);
                }
            }
        }
    }

    public static void sgdCopy(KernelContext ctx, FloatArray source, FloatArray target, IntArray sizes) {
        int item = ctx.globalIdx;
        if (item < sizes.get(0)) {
            target.set(sizes.get(1) + item, source.get(item));
        }
    }
}
