package dev.marquee.common.rest;

import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.core.HttpHeaders;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Whether a request is well-formed, whatever it asks for. The framework answers an address that cannot be decoded
 * without a word and a content type that is none with 500, and reads another charset than the one that is named.
 * Stateless.
 */
final class RequestForm {
    private static final String TOKEN = "[A-Za-z0-9!#$&^_.+'`|~-]++";
    private static final Pattern MEDIA_TYPE = Pattern.compile(
            TOKEN + "/" + TOKEN + "(?:[ \\t]*+;[ \\t]*+(?:" + TOKEN + "=(?:" + TOKEN + "|\"[^\"]*+\"))?+)*+[ \\t]*+");
    private static final Pattern CHARSET = Pattern.compile(";[ \\t]*charset=\"?([^\";]*)", Pattern.CASE_INSENSITIVE);
    /**
     * The last two are what some clients name unasked; a letter of theirs that is not UTF-8 is refused where it is
     * read.
     */
    private static final Set<String> CHARSETS = Set.of("utf-8", "utf8", "us-ascii", "iso-8859-1");
    private static final int HEX = 16;

    private RequestForm() {}

    /** What is wrong; {@code null}: nothing. */
    static @Nullable Problem problemOf(HttpServerRequest request) {
        if (!isDecodable(request.uri())) {
            return Problem.of(ProblemKind.INVALID_REQUEST,
                    "The address must be UTF-8 in which each % is followed by two"
                            + " hexadecimal digits; a % itself is %25.");
        }
        String type = request.getHeader(HttpHeaders.CONTENT_TYPE);
        if (type == null) {
            return hasBody(request)
                    ? unsupported("is missing; the body must be sent with the one that /q/swagger-ui names")
                    : null;
        }
        if (!MEDIA_TYPE.matcher(type).matches()) {
            return unsupported("must be like application/json");
        }
        Matcher charset = CHARSET.matcher(type);
        while (charset.find()) {
            if (!CHARSETS.contains(charset.group(1).strip().toLowerCase(Locale.ROOT))) {
                return unsupported("names another charset than UTF-8, which is the only one that is taken");
            }
        }
        return null;
    }

    private static Problem unsupported(String rule) {
        return Problem.of(ProblemKind.UNSUPPORTED_MEDIA_TYPE, "Content-Type: " + rule + ".");
    }

    private static boolean hasBody(HttpServerRequest request) {
        String length = request.getHeader(HttpHeaders.CONTENT_LENGTH);
        return (request.method().equals(HttpMethod.POST) || request.method().equals(HttpMethod.PUT))
                && (request.getHeader("Transfer-Encoding") != null || (length != null && !length.equals("0")));
    }

    private static boolean isDecodable(String address) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(address.length());
        for (int i = 0; i < address.length(); i++) {
            char letter = address.charAt(i);
            if (letter == '%') {
                int high = i + 2 < address.length() ? digit(address.charAt(i + 1)) : -1;
                int low = high < 0 ? -1 : digit(address.charAt(i + 2));
                if (low < 0) {
                    return false;
                }
                bytes.write(high * HEX + low);
                i += 2;
            } else {
                bytes.write(letter < 0x80 ? letter : '?');
            }
        }
        try {
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes.toByteArray()));
            return true;
        } catch (CharacterCodingException e) {
            return false;
        }
    }

    private static int digit(char letter) {
        return letter < 0x80 ? Character.digit(letter, HEX) : -1;
    }
}
