package io.loyalty.metrics.program;

import java.io.Serializable;

/** A flow of points while it is being summed. */
final class FlowSums implements Serializable {

    private static final long serialVersionUID = 1L;

    long accrued;
    long adjustedUp;
    long transferredIn;
    long redeemed;
    long expired;
    long forfeited;
    long clawedBack;
    long adjustedDown;
    long transferredOut;
    long uncollected;

    void add(PointsFlow flow) {
        PointsFlow sum = flow().plus(flow);
        accrued = sum.accrued();
        adjustedUp = sum.adjustedUp();
        transferredIn = sum.transferredIn();
        redeemed = sum.redeemed();
        expired = sum.expired();
        forfeited = sum.forfeited();
        clawedBack = sum.clawedBack();
        adjustedDown = sum.adjustedDown();
        transferredOut = sum.transferredOut();
        uncollected = sum.uncollected();
    }

    PointsFlow flow() {
        return new PointsFlow(
                accrued,
                adjustedUp,
                transferredIn,
                redeemed,
                expired,
                forfeited,
                clawedBack,
                adjustedDown,
                transferredOut,
                uncollected);
    }
}
