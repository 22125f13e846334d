package io.loyalty.points;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.OptionalInt;

/**
 * A chain of digests over entries, by which a host notices that somebody has changed its history.
 *
 * <p>The digest of an entry is the SHA-256 of the digest before it, a line feed, and the entry's {@linkplain EntryText text}, all
 * in UTF-8; the one before the first is empty. Whoever keeps the latest digest elsewhere can tell whether any earlier entry was
 * altered, dropped, added or moved. It is no signature: who can write the entries can write their digests.
 */
public final class EntryDigest {

    /** What stands before the first entry. */
    public static final String START = "";

    private EntryDigest() {}

    /**
     * The digest with one more entry.
     *
     * @param before the digest of the entries so far, or {@link #START}
     * @param entry the next entry
     * @return 64 hexadecimal digits in lower case
     */
    public static String extend(String before, Entry entry) {
        MessageDigest sha256;
        try {
            sha256 = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
        String text = before + "\n" + EntryText.format(entry);
        return HexFormat.of().formatHex(sha256.digest(text.getBytes(StandardCharsets.UTF_8)));
    }

    /**
     * The digests of entries.
     *
     * @param entries the entries, in sequence from the first
     * @return one digest for each
     */
    public static List<String> chain(Iterable<Entry> entries) {
        List<String> digests = new ArrayList<>();
        String last = START;
        for (Entry entry : entries) {
            last = extend(last, entry);
            digests.add(last);
        }
        return digests;
    }

    /**
     * Where entries first differ from those of which the digests were taken.
     *
     * @param entries the entries, in sequence from the first
     * @param digests the digests that were kept, one for each entry there was
     * @return the index of the first entry that was altered, added or is missing; empty if there is none
     */
    public static OptionalInt firstDifference(Iterable<Entry> entries, List<String> digests) {
        List<String> now = chain(entries);
        int common = Math.min(now.size(), digests.size());
        for (int i = 0; i < common; i++) {
            if (!now.get(i).equals(digests.get(i))) {
                return OptionalInt.of(i);
            }
        }
        return now.size() == digests.size() ? OptionalInt.empty() : OptionalInt.of(common);
    }
}
