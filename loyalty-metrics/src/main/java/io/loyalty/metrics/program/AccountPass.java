package io.loyalty.metrics.program;

import io.loyalty.metrics.program.VintageTable.Fate;
import io.loyalty.points.Allocation;
import io.loyalty.points.Entry;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;

/** Goes through the entries of one account, remembering of which vintage each of its lots is. */
final class AccountPass {

    /** In place of a vintage: the lot is of another currency. */
    private static final int OTHER = Integer.MIN_VALUE;

    /** In place of a vintage: the lot came with an opening snapshot. */
    private static final int UNKNOWN = Integer.MIN_VALUE + 1;

    private final String currency;
    private final VintageClock clock;
    private final VintageTable table;

    /** By lot of the account, the first at 1. */
    private int[] vintages = new int[16];

    /** What is written down as expired, by lot. */
    private long[] expired = new long[16];

    private int lots;
    private FlowSums flow = new FlowSums();
    private int unit;

    /** Whether the entry took effect by the last day; if not, only the numbers of its lots are of interest. */
    private boolean counts;

    private boolean inWindow;
    private boolean earned;
    private boolean redeemed;
    private int counted;

    AccountPass(String currency, VintageClock clock, VintageTable table) {
        this.currency = currency;
        this.clock = clock;
        this.table = table;
    }

    /** Takes the account in, up to the end; flows are added to those of before the start and of since. */
    void run(List<Entry> entries, long start, long end, FlowSums before, FlowSums since) {
        for (Entry entry : entries) {
            Instant at = entry.stamp().effectiveAt();
            long second = at.getEpochSecond();
            counts = second < end;
            inWindow = counts && second >= start;
            if (counts) {
                flow = inWindow ? since : before;
                unit = clock.vintage(at);
                counted++;
            }
            take(entry, before);
        }
    }

    boolean hasEarned() {
        return earned;
    }

    boolean hasRedeemed() {
        return redeemed;
    }

    /** How many entries took effect by the last day. */
    int counted() {
        return counted;
    }

    private void take(Entry entry, FlowSums before) {
        if (entry instanceof Entry.Accrual accrual) {
            boolean ours = accrual.type().currency().equals(currency);
            lot(accrual.lot(), ours ? clock.vintage(accrual.stamp().effectiveAt()) : OTHER);
            if (ours && counts) {
                flow.accrued = Math.addExact(flow.accrued, accrual.points());
                table.add(Fate.ISSUED, vintages[accrual.lot()], accrual.points());
                earned |= inWindow;
            }
        } else if (entry instanceof Entry.Redemption redemption) {
            redeem(redemption.allocations(), 1);
        } else if (entry instanceof Entry.Expiry expiry) {
            expire(expiry.allocations());
        } else if (entry instanceof Entry.Capture capture) {
            redeem(capture.allocations(), 1);
            expire(capture.forfeited());
        } else if (entry instanceof Entry.Clawback clawback) {
            if (counts && clawback.currency().equals(currency)) {
                long points = Math.addExact(takeOut(Fate.WITHDRAWN, clawback.taken()), clawback.debt());
                flow.clawedBack = Math.addExact(flow.clawedBack, points);
                flow.uncollected =
                        Math.addExact(flow.uncollected, Math.addExact(clawback.uncollected(), clawback.moneyDue()));
            }
        } else if (entry instanceof Entry.Restoration restoration) {
            redeem(restoration.restored(), -1);
            redeem(restoration.forfeited(), -1);
            expire(restoration.forfeited());
            for (Entry.Reissue piece : restoration.reissued()) {
                lot(piece.lot(), vintageOf(piece.from()));
                redeem(piece.from(), -piece.points());
            }
        } else {
            takeRare(entry, before);
        }
    }

    private void takeRare(Entry entry, FlowSums before) {
        if (entry instanceof Entry.Release release) {
            expire(release.forfeited());
        } else if (entry instanceof Entry.Lapse lapse) {
            expire(lapse.forfeited());
        } else if (entry instanceof Entry.Forfeiture forfeiture) {
            for (Allocation part : forfeiture.allocations()) {
                if (isCounted(part.lot())) {
                    flow.forfeited = Math.addExact(flow.forfeited, part.points());
                    tell(Fate.FORFEITED, part.lot(), part.points());
                }
            }
        } else if (entry instanceof Entry.Adjustment adjustment) {
            long given = receive(adjustment.given(), Fate.ISSUED);
            if (counts && adjustment.currency().equals(currency)) {
                flow.adjustedUp = Math.addExact(flow.adjustedUp, given);
                flow.adjustedDown = Math.addExact(flow.adjustedDown, takeOut(Fate.WITHDRAWN, adjustment.taken()));
            }
        } else if (entry instanceof Entry.TransferOut out) {
            if (counts && out.currency().equals(currency)) {
                flow.transferredOut = Math.addExact(flow.transferredOut, takeOut(Fate.MOVED_OUT, out.allocations()));
                flow.transferredIn = Math.addExact(flow.transferredIn, out.debt());
            }
        } else if (entry instanceof Entry.TransferIn in) {
            long came = receive(in.parcels(), Fate.MOVED_IN);
            if (counts && in.currency().equals(currency)) {
                flow.transferredIn = Math.addExact(flow.transferredIn, came);
                flow.transferredOut = Math.addExact(
                        flow.transferredOut, Math.addExact(takeOut(Fate.WITHDRAWN, in.settled()), in.debt()));
            }
        } else if (entry instanceof Entry.Reinstatement reinstatement) {
            for (Entry.Reissue piece : reinstatement.reissued()) {
                lot(piece.lot(), vintageOf(piece.from()));
                revive(piece.from(), piece.points());
            }
        } else if (entry instanceof Entry.Opening opening) {
            open(opening, before);
        }
    }

    private void redeem(List<Allocation> parts, int sign) {
        for (Allocation part : parts) {
            redeem(part.lot(), sign * part.points());
        }
    }

    private void redeem(int lot, long points) {
        if (isCounted(lot)) {
            flow.redeemed = Math.addExact(flow.redeemed, points);
            redeemed |= inWindow && points > 0;
            if (vintages[lot] != UNKNOWN) {
                table.redeem(vintages[lot], unit, points);
            }
        }
    }

    private void expire(List<Allocation> parts) {
        for (Allocation part : parts) {
            int lot = part.lot();
            if (isCounted(lot)) {
                flow.expired = Math.addExact(flow.expired, part.points());
                tell(Fate.EXPIRED, lot, part.points());
                expired[lot] = Math.addExact(expired[lot], part.points());
            }
        }
    }

    /** What had died unwritten has not been counted, and comes back first, as in the ledger. */
    private void revive(int lot, long points) {
        if (isCounted(lot)) {
            long written = Math.min(points, expired[lot]);
            flow.expired = Math.subtractExact(flow.expired, written);
            tell(Fate.EXPIRED, lot, -written);
            expired[lot] -= written;
        }
    }

    private long takeOut(Fate fate, List<Allocation> parts) {
        long sum = 0;
        for (Allocation part : parts) {
            tell(fate, part.lot(), part.points());
            sum = Math.addExact(sum, part.points());
        }
        return sum;
    }

    private long receive(List<Entry.Parcel> parcels, Fate fate) {
        long sum = 0;
        for (Entry.Parcel parcel : parcels) {
            boolean ours = parcel.type().currency().equals(currency);
            lot(parcel.lot(), ours ? clock.vintage(parcel.earnedAt()) : OTHER);
            if (ours && counts) {
                sum = Math.addExact(sum, parcel.points());
                table.add(fate, vintages[parcel.lot()], parcel.points());
            }
        }
        return sum;
    }

    private void open(Entry.Opening opening, FlowSums before) {
        int[] earlier = Arrays.copyOf(vintages, lots + 1);
        boolean first = lots == 0;
        lots = 0;
        for (Entry.OpeningPurse purse : opening.purses()) {
            boolean ours = purse.currency().equals(currency);
            for (Entry.Parcel parcel : purse.parcels()) {
                int known = parcel.from() > 0 && parcel.from() < earlier.length ? earlier[parcel.from()] : UNKNOWN;
                lot(parcel.lot(), ours ? known : OTHER);
            }
            if (ours && first && counts) {
                before.add(PointsFlow.from(purse.totals()));
            }
        }
    }

    private boolean isCounted(int lot) {
        return vintageOf(lot) != OTHER && counts;
    }

    private int vintageOf(int lot) {
        if (lot > lots) {
            throw new IllegalArgumentException("entries must be whole accounts: lot " + lot + " is unknown");
        }
        return vintages[lot];
    }

    private void tell(Fate fate, int lot, long points) {
        if (isCounted(lot) && vintages[lot] != UNKNOWN) {
            table.add(fate, vintages[lot], points);
        }
    }

    private void lot(int lot, int vintage) {
        if (lot != lots + 1) {
            throw new IllegalArgumentException("entries must be whole accounts: lot " + lot + " follows lot " + lots);
        }
        if (lot == vintages.length) {
            vintages = Arrays.copyOf(vintages, 2 * lot);
            expired = Arrays.copyOf(expired, 2 * lot);
        }
        lots = lot;
        vintages[lot] = vintage;
        expired[lot] = 0;
    }
}
