/**
 * Lists of unseen movies: candidates from the model, from content and from popularity, blended, diversified, explained.
 */
@NullMarked
package dev.marquee.cf.app.recommend;

import org.jspecify.annotations.NullMarked;
