package io.loyalty.examples;

import java.io.PrintStream;

/** A line now and then while there is much to do. Counts, and never looks at the clock, so that it always says the same. */
final class Progress {

    private final PrintStream err;
    private final long every;
    private String what = "";
    private long done;

    Progress(PrintStream err, long every) {
        this.err = err;
        this.every = every;
    }

    PrintStream err() {
        return err;
    }

    /** One more of something is done; another thing than before is counted from 1. */
    void step(String thing) {
        if (!thing.equals(what)) {
            what = thing;
            done = 0;
        }
        if (++done % every == 0) {
            err.println("... " + Text.number(done) + " " + what);
        }
    }
}
