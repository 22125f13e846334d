package io.loyalty.text;

import java.util.Objects;

/** The rule for every identifying text: ids, codes of places and products, kinds, purposes, names of attributes and segments. */
public final class Code {

    private static final int MAX_LENGTH = 200;

    private Code() {}

    /**
     * Refuses what would not survive a file, a log line or a key column. The message never shows the text: a host may have
     * taken a name or an address for an id.
     *
     * @param value the text: 1 to 200 printable characters, no space at either end
     * @param name what the message calls it
     * @return the text
     * @throws IllegalArgumentException if the text breaks the rule
     */
    public static String require(String value, String name) {
        Objects.requireNonNull(value, name);
        if (value.isBlank()) {
            throw new IllegalArgumentException(name + " must not be blank");
        }
        if (value.length() > MAX_LENGTH) {
            throw new IllegalArgumentException(
                    name + " must have at most " + MAX_LENGTH + " characters: " + value.length());
        }
        if (isSpace(value.charAt(0)) || isSpace(value.charAt(value.length() - 1))) {
            throw new IllegalArgumentException(name + " must not begin or end with a space");
        }
        for (int i = 0; i < value.length(); ) {
            int codePoint = value.codePointAt(i);
            if (!isPrintable(codePoint)) {
                throw new IllegalArgumentException(
                        name + " must have printable characters only, not code point " + codePoint + " at index " + i);
            }
            i += Character.charCount(codePoint);
        }
        return value;
    }

    private static boolean isSpace(char c) {
        return Character.isWhitespace(c) || Character.isSpaceChar(c);
    }

    private static boolean isPrintable(int codePoint) {
        if (codePoint >= ' ' && codePoint < 0x7F) {
            return true;
        }
        int type = Character.getType(codePoint);
        return type != Character.CONTROL
                && type != Character.SURROGATE
                && type != Character.LINE_SEPARATOR
                && type != Character.PARAGRAPH_SEPARATOR;
    }
}
