package io.loyalty.program;

import io.loyalty.earning.EarningPlan;
import io.loyalty.points.LedgerPolicy;
import io.loyalty.reward.Catalogue;
import io.loyalty.reward.RedemptionPolicy;
import io.loyalty.reward.ReturnPolicy;
import io.loyalty.tier.TierPlan;
import io.loyalty.time.BusinessDay;
import io.loyalty.visit.Place;
import java.io.Serializable;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneId;
import java.util.Collections;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * All that a program is configured with, checked as a whole.
 *
 * @param day zone, and hour at which days turn
 * @param currency what customers pay in
 * @param earning what is earned, by the first business day on which it is in force; the first is in force from ever
 * @param ledger how points accounts decide
 * @param tiers which tiers there are
 * @param rewards what points buy
 * @param payment on what terms points pay bills; none or one
 * @param returns how a return is split between points and money
 * @param guestWindow how far back a guest's visits earn on joining
 * @param storeZones the zones of the places that have one of their own
 */
record Settings(
        BusinessDay day,
        Currency currency,
        SortedMap<LocalDate, EarningPlan> earning,
        LedgerPolicy ledger,
        TierPlan tiers,
        Catalogue rewards,
        List<RedemptionPolicy> payment,
        ReturnPolicy returns,
        Period guestWindow,
        Map<Place, ZoneId> storeZones)
        implements Serializable {

    Settings {
        earning = Collections.unmodifiableSortedMap(new TreeMap<>(earning));
        payment = List.copyOf(payment);
        storeZones = Map.copyOf(storeZones);
    }

    /** The plan that is in force on a business day. */
    EarningPlan earningOn(LocalDate date) {
        SortedMap<LocalDate, EarningPlan> until = earning.headMap(date.plusDays(1));
        return earning.get(until.isEmpty() ? earning.firstKey() : until.lastKey());
    }

    /** The plan that is in force at an instant; most programs have one, and then no day is asked for. */
    EarningPlan earningAt(Instant at) {
        return earning.size() == 1 ? earning.get(earning.firstKey()) : earningOn(day.dateOf(at));
    }

    Settings with(SortedMap<LocalDate, EarningPlan> plans) {
        return new Settings(day, currency, plans, ledger, tiers, rewards, payment, returns, guestWindow, storeZones);
    }

    Settings with(BusinessDay other, TierPlan plan) {
        return new Settings(other, currency, earning, ledger, plan, rewards, payment, returns, guestWindow, storeZones);
    }

    Settings with(LedgerPolicy policy) {
        return new Settings(day, currency, earning, policy, tiers, rewards, payment, returns, guestWindow, storeZones);
    }

    Settings with(Catalogue catalogue) {
        return new Settings(
                day, currency, earning, ledger, tiers, catalogue, payment, returns, guestWindow, storeZones);
    }

    Settings with(RedemptionPolicy policy) {
        return new Settings(
                day, currency, earning, ledger, tiers, rewards, List.of(policy), returns, guestWindow, storeZones);
    }

    Settings with(ReturnPolicy policy) {
        return new Settings(day, currency, earning, ledger, tiers, rewards, payment, policy, guestWindow, storeZones);
    }

    Settings with(Period window) {
        return new Settings(day, currency, earning, ledger, tiers, rewards, payment, returns, window, storeZones);
    }

    Settings with(Place place, ZoneId zone) {
        Map<Place, ZoneId> more = new HashMap<>(storeZones);
        more.put(place, zone);
        return new Settings(day, currency, earning, ledger, tiers, rewards, payment, returns, guestWindow, more);
    }
}
