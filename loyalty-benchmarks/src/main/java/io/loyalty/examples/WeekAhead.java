package io.loyalty.examples;

import io.loyalty.contact.Contact;
import io.loyalty.contact.ContactFacts;
import io.loyalty.contact.ContactPlan;
import io.loyalty.contact.ContactRule;
import io.loyalty.contact.ContactSchedule;
import io.loyalty.contact.Purchases;
import io.loyalty.customer.Consent;
import io.loyalty.customer.ContactChannel;
import io.loyalty.customer.ContactPreferences;
import io.loyalty.money.Ratio;
import io.loyalty.program.Membership;
import io.loyalty.time.DateWindow;
import java.io.PrintStream;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Whom the shop would write to in the week after the last day, if all members had consented to e-mail on joining. */
final class WeekAhead {

    private static final int FIRST = 5;

    private final PrintStream out;
    private final Play play;

    WeekAhead(PrintStream out, Play play) {
        this.out = out;
        this.play = play;
    }

    private ContactPlan plan() {
        return ContactPlan.in(play.shop().program().day().zone())
                .with(
                        ContactRule.send("welcome").onJoining(),
                        ContactRule.send("thanks")
                                .afterEvery(Purchases.every(), Period.ofMonths(1))
                                .notAgainWithin(Period.ofMonths(3)),
                        ContactRule.send("birthday").beforeBirthday(7).withPriority(-1),
                        ContactRule.send("points-expire").beforePointsExpire(14),
                        ContactRule.send("next-tier").nearNextTier(Ratio.ofPercent(90)),
                        ContactRule.send("we-miss-you").whenOverdue(Ratio.parse("1.5")))
                .atMost(2, Period.ofMonths(1))
                .apart(Period.ofDays(3));
    }

    void print() {
        LocalDate first = play.shop().lastDay().plusDays(1);
        DateWindow week = DateWindow.ofDates(first, first.plusDays(6));
        ContactPlan plan = plan();
        List<Contact> due = new ArrayList<>();
        int dropped = 0;
        for (Membership member : play.memberships()) {
            ContactSchedule schedule = plan.due(facts(member), week);
            due.addAll(schedule.contacts());
            dropped += schedule.dropped().size();
        }
        due.sort(Comparator.comparing(Contact::from)
                .thenComparing(Contact::customer)
                .thenComparing(Contact::template));
        Map<String, Integer> byTemplate = new TreeMap<>();
        due.forEach(contact -> byTemplate.merge(contact.template(), 1, Integer::sum));
        out.println();
        out.println("Contacts from " + first + " to " + first.plusDays(6)
                + ", if every member had consented to e-mail on joining");
        List<List<String>> rows = new ArrayList<>();
        byTemplate.forEach((template, count) -> rows.add(List.of(template, Text.number(count))));
        rows.add(List.of("dropped, such as for the limits", Text.number(dropped)));
        Text.table(rows).forEach(out::println);
        for (Contact contact : due.subList(0, Math.min(FIRST, due.size()))) {
            out.println("  " + contact.date() + "  " + contact.customer() + "  " + contact.channel() + "  "
                    + contact.template());
        }
    }

    private static ContactFacts facts(Membership member) {
        Instant joined = member.joinedAt();
        ContactPreferences preferences = ContactPreferences.NONE
                .withPreferred(ContactChannel.EMAIL)
                .withConsent(Consent.granted(ContactChannel.EMAIL, Consent.MARKETING, joined))
                .withConsent(Consent.granted(ContactChannel.EMAIL, Consent.SERVICE, joined));
        return member.with(member.customer().withContact(preferences)).contactFacts();
    }
}
