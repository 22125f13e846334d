package io.loyalty.visit;

import io.loyalty.money.Money;
import io.loyalty.money.Ratio;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.Objects;

/**
 * A typed value in the payload of a {@link CustomActivity}.
 *
 * <p>What a payload says may be personal, so {@link Object#toString()} of each kind leaves the value out;
 * {@link #text()} gives it. Immutable.
 */
public sealed interface AttributeValue extends Serializable {

    /**
     * The value as plain text. It may be personal data: do not log it.
     *
     * @return the text, in the form that the value's own type parses
     */
    String text();

    /**
     * Some text.
     *
     * @param value the text, empty or not
     */
    record Text(String value) implements AttributeValue {

        /**
         * Refuses a missing text.
         *
         * @param value the text, empty or not
         */
        public Text {
            Objects.requireNonNull(value, "value");
        }

        @Override
        public String text() {
            return value;
        }

        /**
         * The kind alone.
         *
         * @return {@code Text}
         */
        @Override
        public String toString() {
            return "Text";
        }
    }

    /**
     * An exact number.
     *
     * @param value the number
     */
    record Number(Ratio value) implements AttributeValue {

        /**
         * Refuses a missing number.
         *
         * @param value the number
         */
        public Number {
            Objects.requireNonNull(value, "value");
        }

        @Override
        public String text() {
            return value.toString();
        }

        /**
         * The kind alone.
         *
         * @return {@code Number}
         */
        @Override
        public String toString() {
            return "Number";
        }
    }

    /**
     * Yes or no.
     *
     * @param value true for yes
     */
    record Flag(boolean value) implements AttributeValue {

        @Override
        public String text() {
            return Boolean.toString(value);
        }

        /**
         * The kind alone.
         *
         * @return {@code Flag}
         */
        @Override
        public String toString() {
            return "Flag";
        }
    }

    /**
     * A date.
     *
     * @param value the date
     */
    record Day(LocalDate value) implements AttributeValue {

        /**
         * Refuses a missing date.
         *
         * @param value the date
         */
        public Day {
            Objects.requireNonNull(value, "value");
        }

        @Override
        public String text() {
            return value.toString();
        }

        /**
         * The kind alone.
         *
         * @return {@code Day}
         */
        @Override
        public String toString() {
            return "Day";
        }
    }

    /**
     * An amount of money.
     *
     * @param value the amount
     */
    record Amount(Money value) implements AttributeValue {

        /**
         * Refuses a missing amount.
         *
         * @param value the amount
         */
        public Amount {
            Objects.requireNonNull(value, "value");
        }

        @Override
        public String text() {
            return value.toString();
        }

        /**
         * The kind alone.
         *
         * @return {@code Amount}
         */
        @Override
        public String toString() {
            return "Amount";
        }
    }
}
