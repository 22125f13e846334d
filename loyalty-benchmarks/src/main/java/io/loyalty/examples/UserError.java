package io.loyalty.examples;

/** Something that the user can put right; the message is one clear sentence. */
final class UserError extends RuntimeException {

    private static final long serialVersionUID = 1L;

    UserError(String sentence) {
        super(sentence);
    }
}
