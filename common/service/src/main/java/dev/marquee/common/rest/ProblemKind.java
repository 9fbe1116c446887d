package dev.marquee.common.rest;

/**
 * The kinds of problem that the services answer with, each with its HTTP status.
 */
enum ProblemKind {
    UNKNOWN_ID(404, "Unknown id"),
    NOT_FOUND(404, "Not found"),
    INVALID_REQUEST(400, "Invalid request"),
    METHOD_NOT_ALLOWED(405, "Method not allowed"),
    NOT_ACCEPTABLE(406, "Not acceptable"),
    BODY_TOO_LARGE(413, "Body too large"),
    UNSUPPORTED_MEDIA_TYPE(415, "Unsupported media type"),
    CONFLICT(409, "Conflict"),
    MODEL_NOT_READY(503, "Not ready"),
    DATA_REJECTED(400, "Data rejected"),
    TEMPORARILY_UNAVAILABLE(503, "Temporarily unavailable"),
    UPSTREAM_UNAVAILABLE(503, "Another service is unavailable"),
    CORRUPT_DATA(500, "Stored data are damaged"),
    TRAINING_FAILED(500, "Training failed"),
    INTERNAL_ERROR(500, "Internal error"),
    REQUEST_FAILED(400, "Request failed");

    private final int status;
    private final String title;

    ProblemKind(int status, String title) {
        this.status = status;
        this.title = title;
    }

    int status() {
        return status;
    }

    String title() {
        return title;
    }

    String slug() {
        return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }

    /** The kind for an error that the HTTP layer itself raised. */
    static ProblemKind ofStatus(int status) {
        return switch (status) {
            case 404 -> NOT_FOUND;
            case 405 -> METHOD_NOT_ALLOWED;
            case 406 -> NOT_ACCEPTABLE;
            case 409 -> CONFLICT;
            case 413 -> BODY_TOO_LARGE;
            case 415 -> UNSUPPORTED_MEDIA_TYPE;
            case 400 -> INVALID_REQUEST;
            case 503 -> UPSTREAM_UNAVAILABLE;
            default -> status >= 500 ? INTERNAL_ERROR : REQUEST_FAILED;
        };
    }
}
