package io.loyalty.metrics.program;

import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.function.Executable;

/** What refused arguments are told. */
final class Refusals {

    private Refusals() {}

    static String message(Executable executable) {
        return assertThrows(IllegalArgumentException.class, executable).getMessage();
    }
}
