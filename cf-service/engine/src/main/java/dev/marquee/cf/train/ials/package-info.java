/**
 * iALS: everything of implicit-feedback ALS, for ranking.
 */
@NullMarked
package dev.marquee.cf.train.ials;

import org.jspecify.annotations.NullMarked;
