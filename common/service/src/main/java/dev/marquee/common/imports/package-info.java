/**
 * Imports of a data folder as jobs: one at a time, with progress, counts and the list of what was left out. Each
 * service says what an import does by an {@link dev.marquee.common.imports.Importer}.
 */
@NullMarked
package dev.marquee.common.imports;

import org.jspecify.annotations.NullMarked;
