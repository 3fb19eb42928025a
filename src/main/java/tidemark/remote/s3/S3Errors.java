package tidemark.remote.s3;

import java.util.Locale;
import java.util.Set;
import tidemark.problem.Problem;

/// The refusals that only the person can resolve, distinguished by the code in the response.
final class S3Errors {
    private static final String STOPPED = "Every change is safe on this computer.";

    private static final Set<String> WRONG_KEY = Set.of("InvalidAccessKeyId", "InvalidAccessKey", "Unauthorized");
    private static final Set<String> WRONG_TOKEN = Set.of("ExpiredToken", "InvalidToken", "TokenRefreshRequired");
    private static final Set<String> CLOCK_OFF = Set.of("RequestTimeTooSkewed", "RequestExpired");
    private static final Set<String> WRONG_BUCKET = Set.of("NoSuchBucket", "InvalidBucketName");
    private static final Set<String> WRONG_REGION = Set.of(
            "AuthorizationHeaderMalformed",
            "PermanentRedirect",
            "TemporaryRedirect",
            "IllegalLocationConstraintException",
            "InvalidRegion",
            "InvalidRegionName");
    private static final Set<String> WRONG_STYLE =
            Set.of("SecondLevelDomainForbidden", "PathStyleDomainForbidden", "InvalidPathAccess");
    private static final Set<String> FULL = Set.of(
            "QuotaExceeded",
            "BucketQuotaExceeded",
            "XMinioAdminBucketQuotaExceeded",
            "XMinioStorageFull",
            "InsufficientStorage");

    private final S3Address address;

    S3Errors(S3Address address) {
        this.address = address;
    }

    Problem explain(Operation operation, ErrorResponse response) {
        var code = response.code();
        if (isFull(response)) {
            return full(response);
        }
        if (code.equals("SignatureDoesNotMatch")) {
            return wrongSecret();
        }
        if (WRONG_KEY.contains(code) || isKeyOfWrongForm(response)) {
            return wrongKey(response);
        }
        if (WRONG_TOKEN.contains(code)) {
            return wrongToken(response);
        }
        if (CLOCK_OFF.contains(code)) {
            return clockOff();
        }
        if (WRONG_BUCKET.contains(code)) {
            return wrongBucket();
        }
        if (WRONG_STYLE.contains(code)
                || response.message().toLowerCase(Locale.ROOT).contains("virtual host")) {
            return wrongStyle(response);
        }
        return WRONG_REGION.contains(code) || response.region().isPresent()
                ? wrongRegion(response)
                : notAllowedOrUnknown(operation, response);
    }

    private Problem notAllowedOrUnknown(Operation operation, ErrorResponse response) {
        return switch (response.status()) {
            case 401, 403 -> notAllowed(operation, response);
            case 405, 501 -> unable(operation, response);
            default -> unknown(operation, response);
        };
    }

    private static boolean isFull(ErrorResponse response) {
        return response.status() == 507
                || FULL.contains(response.code())
                || response.message().toLowerCase(Locale.ROOT).contains("cap exceeded");
    }

    /// Whether the access key has a wrong form: some services complain about its length before they look it up.
    private static boolean isKeyOfWrongForm(ErrorResponse response) {
        return response.status() == 400
                && response.message().toLowerCase(Locale.ROOT).contains("access key");
    }

    private Problem wrongKey(ErrorResponse response) {
        return new Problem(
                host() + " does not know this access key (" + said(response) + ").",
                STOPPED,
                "Copy the access key again from where the service shows it, or make a new one.");
    }

    private Problem wrongSecret() {
        return new Problem(
                host() + " knows the access key, but the secret key does not belong to it.",
                STOPPED,
                "Copy the secret key again, without spaces around it; if it was lost, make a new pair of keys.");
    }

    private Problem wrongToken(ErrorResponse response) {
        return new Problem(
                "The session of these keys has ended (" + said(response) + ").",
                STOPPED,
                "Ask for new keys, or use keys that do not end.");
    }

    private Problem clockOff() {
        return new Problem(
                host() + " refuses requests because this computer's clock is off by too much.",
                STOPPED,
                "Set the computer's date, time and time zone, best of all automatically.");
    }

    private Problem wrongBucket() {
        return new Problem(
                "There is no bucket " + address.bucket() + " at " + host() + ".",
                STOPPED,
                "Check the bucket's name and the account that the keys belong to, or make the bucket.");
    }

    private Problem wrongRegion(ErrorResponse response) {
        return new Problem(
                "The bucket " + address.bucket() + " is not in the region " + address.region() + ".",
                STOPPED,
                response.region()
                        .map(region -> "Set the region to " + region + ".")
                        .orElse("Set the region that the service shows for this bucket (" + said(response) + ")."));
    }

    private Problem wrongStyle(ErrorResponse response) {
        return new Problem(
                host() + " wants the bucket's name in another place of the URL (" + said(response) + ").",
                STOPPED,
                "Test the storage again, which finds the right place out: in the window, or by `tidemark remote test`.");
    }

    private Problem full(ErrorResponse response) {
        return new Problem(
                "The storage at " + host() + " is full (" + said(response) + ").",
                "Your last changes are not there yet; every change is safe on this computer.",
                "Make room there, or raise the limit of the bucket or account.");
    }

    private Problem notAllowed(Operation operation, ErrorResponse response) {
        return new Problem(
                "These keys may not " + operation.words() + " in the bucket " + address.bucket() + " (" + said(response)
                        + ").",
                STOPPED,
                "Give them the permission " + operation.permission() + ".");
    }

    private Problem unable(Operation operation, ErrorResponse response) {
        return new Problem(
                host() + " is not able to " + operation.words() + " as Tidemark needs it (" + said(response) + ").",
                STOPPED,
                operation == Operation.WRITE
                        ? "Choose another storage, or ask the service whether it supports conditional writes."
                        : "Choose another storage, or ask the service why it does not answer this request.");
    }

    private Problem unknown(Operation operation, ErrorResponse response) {
        return new Problem(
                host() + " refused to " + operation.words() + " (" + said(response) + ").",
                STOPPED,
                "Check endpoint, bucket and region; the service's own help explains the code.");
    }

    /// The status with the server's own code and message, as far as there are any.
    static String said(ErrorResponse response) {
        var code = response.code().isEmpty() ? "" : " " + response.code();
        var message = response.message().isEmpty() ? "" : ": " + response.message();
        return "status " + response.status() + code + message;
    }

    private String host() {
        return address.server();
    }
}
