/**
 * The REST interface: resources that map, delegate and pick a status, and the JSON that they speak.
 */
package dev.marquee.similarity.rest;
