package io.loyalty.visit;

import io.loyalty.text.Code;
import java.io.Serializable;
import java.util.Objects;

/**
 * Where something happened: a channel and the host's code of the store, site, application or desk.
 *
 * <p>The code is a text of 1 to 200 printable characters that neither begins nor ends with a space. Stores of two channels
 * may share a code; they are two places. Immutable.
 *
 * @param channel the way by which the customer came
 * @param code which store, site, application or desk
 */
public record Place(Channel channel, String code) implements Serializable {

    /**
     * Refuses a code that is no proper word.
     *
     * @param channel the way by which the customer came
     * @param code which store, site, application or desk
     * @throws IllegalArgumentException if the code is blank, begins or ends with a space, has a control character, or has
     *     more than 200 characters
     */
    public Place {
        Objects.requireNonNull(code, "code");
        Objects.requireNonNull(channel, "channel");
        Code.require(code, "place code");
    }

    /**
     * A store.
     *
     * @param code which store
     * @return the place
     * @throws IllegalArgumentException if the code is no proper word
     */
    public static Place store(String code) {
        return new Place(Channel.STORE, code);
    }

    /**
     * A web site.
     *
     * @param code which site
     * @return the place
     * @throws IllegalArgumentException if the code is no proper word
     */
    public static Place online(String code) {
        return new Place(Channel.ONLINE, code);
    }

    /**
     * An application on the customer's device.
     *
     * @param code which application
     * @return the place
     * @throws IllegalArgumentException if the code is no proper word
     */
    public static Place app(String code) {
        return new Place(Channel.APP, code);
    }

    /**
     * A telephone desk.
     *
     * @param code which desk
     * @return the place
     * @throws IllegalArgumentException if the code is no proper word
     */
    public static Place telephone(String code) {
        return new Place(Channel.TELEPHONE, code);
    }
}
