package dev.marquee.common.rest;

/**
 * Names of the problems that all services share in the OpenAPI document, where {@code package-info} describes them; for
 * use as {@code @APIResponse(responseCode = "404", ref = OpenApi.UNKNOWN)}.
 */
public final class OpenApi {
    public static final String INVALID = "Invalid";
    public static final String UNKNOWN = "Unknown";
    public static final String CONFLICT = "Conflict";
    public static final String TOO_LARGE = "TooLarge";
    public static final String NOT_READY = "NotReady";

    private OpenApi() {}
}
