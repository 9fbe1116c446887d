/**
 * What the two REST interfaces have in common: errors as problem details, pages, request ids, imports.
 */
package dev.marquee.common.rest;
