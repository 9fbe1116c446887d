/**
 * Boosted regression trees: how they are grown, by XGBoost where it loads, and how they are asked, anywhere.
 */
@NullMarked
package dev.marquee.cf.boost;

import org.jspecify.annotations.NullMarked;
