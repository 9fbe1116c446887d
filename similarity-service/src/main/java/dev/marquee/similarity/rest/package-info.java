/**
 * The REST interface: resources that map, delegate and pick a status, and the JSON that they speak.
 */
@NullMarked
package dev.marquee.similarity.rest;

import org.jspecify.annotations.NullMarked;
