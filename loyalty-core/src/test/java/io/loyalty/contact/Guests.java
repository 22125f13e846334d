package io.loyalty.contact;

import io.loyalty.customer.Consent;
import io.loyalty.customer.ContactChannel;
import io.loyalty.customer.ContactPreferences;
import io.loyalty.customer.Customer;
import io.loyalty.customer.CustomerId;
import io.loyalty.money.Money;
import io.loyalty.tier.TierHistory;
import io.loyalty.tier.TierPlan;
import io.loyalty.tier.TierRules;
import io.loyalty.time.DateWindow;
import io.loyalty.time.WeeklyHours;
import io.loyalty.visit.Activity;
import io.loyalty.visit.ActivityId;
import io.loyalty.visit.Place;
import io.loyalty.visit.Visit;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;

/** Short ways to write down guests of a shop in Tokyo, and what the shop has to say to them. */
final class Guests {

    static final ZoneId TOKYO = ZoneId.of("Asia/Tokyo");

    static final CustomerId ID = CustomerId.of("c-7");

    static final Instant JOINED = at("2026-01-10T09:00");

    static final Instant LONG_AGO = Instant.parse("2000-01-01T00:00:00Z");

    private Guests() {}

    static Instant at(String local) {
        return LocalDateTime.parse(local).atZone(TOKYO).toInstant();
    }

    static LocalDate date(String text) {
        return LocalDate.parse(text);
    }

    static DateWindow dates(String first, String last) {
        return DateWindow.ofDates(date(first), date(last));
    }

    /** Somebody who has agreed to everything by these channels, and likes the first best. */
    static Customer guest(ContactChannel... channels) {
        ContactPreferences wishes = new ContactPreferences(List.of(channels), List.of(), WeeklyHours.none(), TOKYO);
        for (ContactChannel channel : channels) {
            wishes = wishes.withConsent(Consent.granted(channel, Consent.MARKETING, LONG_AGO))
                    .withConsent(Consent.granted(channel, Consent.SERVICE, LONG_AGO));
        }
        return Customer.of(ID).withContact(wishes);
    }

    static Customer guest() {
        return guest(ContactChannel.EMAIL);
    }

    static ContactFacts facts(Activity... activities) {
        return ContactFacts.of(guest(), JOINED).withActivities(List.of(activities));
    }

    static ContactFacts facts(Customer customer, Activity... activities) {
        return ContactFacts.of(customer, JOINED).withActivities(List.of(activities));
    }

    static Visit buys(String id, String local, long yen) {
        return Visit.ofAmount(ActivityId.of(id), ID, at(local), Place.store("ginza"), Money.parse("JPY " + yen));
    }

    static TierHistory tiers(TierRules rules) {
        return TierPlan.of(rules, TOKYO).open(JOINED);
    }

    static ContactPlan plan(ContactRule... rules) {
        return ContactPlan.in(TOKYO).with(rules);
    }

    /** Date, rule and subject of each contact. */
    static String said(ContactSchedule schedule) {
        StringBuilder text = new StringBuilder();
        for (Contact contact : schedule.contacts()) {
            text.append(text.isEmpty() ? "" : ", ")
                    .append(contact.date() + " " + contact.rule() + " " + contact.subject());
        }
        return text.toString();
    }

    /** Date of the last try, rule, subject and obstacle of each. */
    static String missed(List<MissedContact> missed) {
        StringBuilder text = new StringBuilder();
        for (MissedContact one : missed) {
            text.append(text.isEmpty() ? "" : ", ")
                    .append(one.tried() + " " + one.rule() + " " + one.subject() + " " + one.obstacle());
        }
        return text.toString();
    }
}
