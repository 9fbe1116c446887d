package dev.marquee.similarity.rest;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A genre of the catalogue.
 */
@Schema(name = "Genre", description = "A genre, and how many movies have it")
public record GenreView(@Schema(examples = "Animation") String name, @Schema(examples = "611") int movies) {}
