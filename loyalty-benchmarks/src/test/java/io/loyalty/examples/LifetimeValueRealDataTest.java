package io.loyalty.examples;

import static io.loyalty.examples.QuickstartTest.assertShows;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.loyalty.examples.LifetimeValueTest.Run;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The prediction over two public logs; expected against actual of the music shop are published figures. */
@Tag("real-data")
class LifetimeValueRealDataTest {

    private static String file(String name) {
        return Path.of(System.getProperty("loyalty.data"), name).toString();
    }

    @Test
    void ordersOfAMusicShop() {
        Run run = Run.of(
                "--csv", file("cdnow_sample_log.csv"),
                "--end", "1998-06-30",
                "--calibration-end", "1997-09-30",
                "--customer", "master_id",
                "--time", "date",
                "--amount", "dollars",
                "--zero-amounts", "purchase",
                "--model", "bg-nbd");
        assertEquals("", run.err());
        assertEquals(0, run.code());
        assertShows(
                run.out(),
                "cdnow_sample_log.csv, 6,919 rows, 1997-01-01 to 1998-06-30 in UTC\n",
                " 2,357 customers; transactions of a day are one purchase: 223 merged\n",
                "Check: fitted up to 1997-09-30, then 39.0 weeks predicted for 2,357 customers\n",
                " BG/NBD CONVERGED 1,653.4 1,882 -12.1 % 0.785 1.608\n",
                " Pareto/NBD CONVERGED 1,665.5 1,882 -11.5 % 0.755 1.603\n",
                " 0 1,411 0.225 0.237\n",
                " 7 and more 64 6.157 6.359\n",
                " BG/NBD * CONVERGED ",
                " all 2,357 ");
    }

    @Test
    void invoicesOfAWholesaler() {
        Run run = Run.of(
                "--csv", file("online_retail_invoices.csv"),
                "--end", "2011-12-09",
                "--time", "datetime",
                "--amount", "amount_gbp",
                "--zone", "Europe/London",
                "--currency", "GBP");
        assertEquals("", run.err());
        assertEquals(0, run.code());
        assertShows(
                run.out(),
                "online_retail_invoices.csv, 22,190 rows, 2010-12-01 to 2011-12-09 in Europe/London\n",
                " 3,654 returns, taken from the purchases before\n",
                " 4 amounts of 0 left out\n",
                " BOUNDARY [NO_DROPOUT] ",
                " standard errors undefined: the fit ended as BOUNDARY\n");
    }
}
