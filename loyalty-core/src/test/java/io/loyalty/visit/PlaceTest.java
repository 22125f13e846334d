package io.loyalty.visit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

class PlaceTest {

    @Test
    void factoriesNameTheirChannel() {
        assertEquals(new Place(Channel.STORE, "ginza"), Place.store("ginza"));
        assertEquals(new Place(Channel.ONLINE, "web"), Place.online("web"));
        assertEquals(new Place(Channel.APP, "phone"), Place.app("phone"));
        assertEquals(new Place(Channel.TELEPHONE, "desk"), Place.telephone("desk"));
    }

    @Test
    void oneCodeInTwoChannelsIsTwoPlaces() {
        assertNotEquals(Place.store("x"), Place.online("x"));
    }

    @Test
    void theCodeMustBeAWord() {
        assertEquals(
                "place code must not be blank",
                assertThrows(IllegalArgumentException.class, () -> Place.store(""))
                        .getMessage());
    }

    @Test
    void missingPartsAreNamed() {
        assertEquals(
                "channel",
                assertThrows(NullPointerException.class, () -> new Place(null, "x"))
                        .getMessage());
        assertEquals(
                "code",
                assertThrows(NullPointerException.class, () -> Place.app(null)).getMessage());
    }
}
