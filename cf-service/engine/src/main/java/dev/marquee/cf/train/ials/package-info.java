/**
 * iALS: everything of implicit-feedback ALS, for ranking.
 */
package dev.marquee.cf.train.ials;
