/**
 * The catalogue in PostgreSQL: single movies through Hibernate Reactive, the whole of it through JDBC and COPY.
 */
package dev.marquee.similarity.catalogue;
