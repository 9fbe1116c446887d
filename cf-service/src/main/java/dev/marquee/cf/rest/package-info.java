/**
 * The REST interface: resources that map, delegate and pick a status, and the records that they answer with.
 */
@NullMarked
package dev.marquee.cf.rest;

import org.jspecify.annotations.NullMarked;
