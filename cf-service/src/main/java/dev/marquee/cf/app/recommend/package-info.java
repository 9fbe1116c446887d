/**
 * Lists of unseen movies: candidates from the model, from content and from popularity, blended, diversified, explained.
 */
package dev.marquee.cf.app.recommend;
