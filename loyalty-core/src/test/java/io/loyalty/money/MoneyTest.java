package io.loyalty.money;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class MoneyTest {

    @Test
    void textFormInverts() {
        assertEquals(Money.ofMinor("GBP", 1234), Money.parse("GBP 12.34"));
    }
}
