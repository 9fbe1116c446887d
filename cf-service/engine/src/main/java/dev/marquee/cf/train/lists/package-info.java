/**
 * Lists for everybody: a ranking model, what rated movies say of others, and popularity, joined by a learnt final
 * score.
 */
@NullMarked
package dev.marquee.cf.train.lists;

import org.jspecify.annotations.NullMarked;
