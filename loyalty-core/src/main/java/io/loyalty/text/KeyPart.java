package io.loyalty.text;

/** Ids as parts of longer keys, which slashes divide. */
public final class KeyPart {

    private KeyPart() {}

    /**
     * An id without slashes: one within it is escaped, so that no two ids can meet in one key.
     *
     * @param id any id
     * @return the id, or if it has a slash or a percent sign, {@code %2F} and {@code %25} in their place
     */
    public static String of(String id) {
        return id.indexOf('/') < 0 && id.indexOf('%') < 0
                ? id
                : id.replace("%", "%25").replace("/", "%2F");
    }
}
