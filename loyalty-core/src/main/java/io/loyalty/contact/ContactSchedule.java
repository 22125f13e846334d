package io.loyalty.contact;

import java.io.Serializable;
import java.util.List;
import java.util.Objects;

/**
 * What a plan has to say to a customer on some dates. Immutable.
 *
 * @param contacts what goes out, in the order of dates, then rank
 * @param dropped what did not go out on any date on which it could have and, in these dates, was given up
 * @param waiting what could not go out on the last of these dates but may on a later one
 */
public record ContactSchedule(List<Contact> contacts, List<MissedContact> dropped, List<MissedContact> waiting)
        implements Serializable {

    /**
     * Copies the lists.
     *
     * @param contacts what goes out, in the order of dates, then rank
     * @param dropped what did not go out on any date on which it could have and, in these dates, was given up
     * @param waiting what could not go out on the last of these dates but may on a later one
     */
    public ContactSchedule {
        Objects.requireNonNull(contacts, "contacts");
        Objects.requireNonNull(dropped, "dropped");
        Objects.requireNonNull(waiting, "waiting");
        contacts = List.copyOf(contacts);
        dropped = List.copyOf(dropped);
        waiting = List.copyOf(waiting);
    }

    /**
     * What to keep of the contacts once they have gone out.
     *
     * @return one element for each contact, in the same order
     */
    public List<MadeContact> made() {
        return contacts.stream().map(Contact::made).toList();
    }

    /**
     * How many there are of each.
     *
     * @return for example {@code ContactSchedule[2 contacts, 1 dropped, 0 waiting]}
     */
    @Override
    public String toString() {
        return "ContactSchedule[" + contacts.size() + " contacts, " + dropped.size() + " dropped, " + waiting.size()
                + " waiting]";
    }
}
