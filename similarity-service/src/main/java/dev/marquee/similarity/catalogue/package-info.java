/**
 * The catalogue in PostgreSQL: single movies through Hibernate Reactive, the whole of it through JDBC and COPY.
 */
@NullMarked
package dev.marquee.similarity.catalogue;

import org.jspecify.annotations.NullMarked;
