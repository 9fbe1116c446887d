/**
 * The REST interface: resources that map, delegate and pick a status, and the records that they answer with.
 */
package dev.marquee.cf.rest;
