package dev.gradwright.monitor.page;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;

/**
 * A script of a page.
 *
 * @param text the script
 * @param hash the source expression by which a content security policy allows this script and no other
 */
record Script(String text, String hash) {

    /**
     * A script with its hash.
     *
     * @throws IllegalArgumentException if it cannot stand in a page as it is
     */
    static Script of(String text) {
        if (text.contains("</script") || text.contains("<!--")) {
            throw new IllegalArgumentException("a script in a page cannot contain </script or <!--");
        }
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return new Script(text, "'sha256-" + Base64.getEncoder().encodeToString(digest) + "'");
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError("every Java platform has SHA-256", e);
        }
    }
}
