package io.loyalty.contact;

import io.loyalty.customer.ContactChannel;
import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The contacts made so far and those planned, held against the limits. */
final class Diary {

    /** A contact as limits see it. */
    record Touch(LocalDate date, ContactChannel channel) {}

    /** What a contact says. */
    private record Said(String rule, String subject) {}

    private final ContactPlan plan;
    private final List<MadeContact> made;
    private final List<Touch> touches = new ArrayList<>();
    private final Set<Said> said = new HashSet<>();

    Diary(ContactPlan plan, List<MadeContact> made) {
        this.plan = plan;
        this.made = new ArrayList<>();
        made.forEach(this::add);
    }

    void add(MadeContact contact) {
        made.add(contact);
        touches.add(new Touch(contact.date(), contact.channel()));
        said.add(new Said(contact.rule(), contact.subject()));
    }

    boolean hasSaid(Occurrence occurrence) {
        return said.contains(new Said(occurrence.rule.id(), occurrence.subject));
    }

    /** Whether a rule's own distance forbids another contact of it on a date. */
    boolean isAgainTooSoon(ContactRule rule, LocalDate date) {
        for (MadeContact contact : made) {
            if (contact.rule().equals(rule.id())
                    && isNear(contact.date(), date, rule.manner().again())) {
                return true;
            }
        }
        return false;
    }

    /** What forbids a contact, beside those that are here and others for which room is kept. */
    Optional<ContactObstacle> obstacle(LocalDate date, ContactChannel channel, List<Touch> kept) {
        Touch wanted = new Touch(date, channel);
        if (!isApart(wanted, touches)) {
            return Optional.of(ContactObstacle.TOO_CLOSE);
        }
        if (!fits(wanted, touches)) {
            return Optional.of(ContactObstacle.TOO_MANY);
        }
        if (!kept.isEmpty()) {
            List<Touch> all = new ArrayList<>(touches);
            all.addAll(kept);
            if (!isApart(wanted, kept) || !fits(wanted, all)) {
                return Optional.of(ContactObstacle.KEPT_FREE);
            }
        }
        return Optional.empty();
    }

    private boolean isApart(Touch wanted, List<Touch> others) {
        return others.stream().noneMatch(other -> isNear(other.date(), wanted.date(), plan.gap()));
    }

    private static boolean isNear(LocalDate one, LocalDate other, Period distance) {
        return one.isAfter(other) ? one.isBefore(other.plus(distance)) : other.isBefore(one.plus(distance));
    }

    private boolean fits(Touch wanted, List<Touch> others) {
        for (ContactCap cap : plan.caps()) {
            if (cap.channels().contains(wanted.channel()) && !fits(cap, wanted.date(), others)) {
                return false;
            }
        }
        return true;
    }

    /** Whether one more stays within a limit in every period that ends on its date or, later, on that of another contact. */
    private static boolean fits(ContactCap cap, LocalDate date, List<Touch> others) {
        if (!fitsUntil(date, cap, date, others)) {
            return false;
        }
        for (Touch other : others) {
            if (other.date().isAfter(date) && !fitsUntil(other.date(), cap, date, others)) {
                return false;
            }
        }
        return true;
    }

    private static boolean fitsUntil(LocalDate last, ContactCap cap, LocalDate date, List<Touch> others) {
        LocalDate before = last.minus(cap.within());
        if (!date.isAfter(before)) {
            return true;
        }
        long count = 1;
        for (Touch other : others) {
            if (cap.channels().contains(other.channel())
                    && other.date().isAfter(before)
                    && !other.date().isAfter(last)) {
                count++;
            }
        }
        return count <= cap.most();
    }
}
