/**
 * Tests of the repository's pages: links and paths that they name, and the drawing of the house in ARCHITECTURE.md.
 */
package dev.marquee.docs;
