package io.loyalty.examples;

import static io.loyalty.examples.QuickstartTest.assertShows;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.loyalty.examples.QuickstartTest.Run;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * The Quickstart over two public logs. Counts, sums, points before redemption, points on Tuesdays, matched returns and repeat customers were found
 * by short scripts (awk 1.3, Python 3.11) that share nothing with this code.
 */
@Tag("real-data")
class QuickstartRealDataTest {

    private static String file(String name) {
        return Path.of(System.getProperty("loyalty.data"), name).toString();
    }

    @Test
    void invoicesOfAWholesaler() {
        Run run = Run.of(
                "--csv", file("online_retail_invoices.csv"),
                "--time", "datetime",
                "--amount", "amount_gbp",
                "--zone", "Europe/London",
                "--currency", "GBP");
        assertEquals("", run.err());
        assertEquals(0, run.code());
        assertFalse(run.out().contains("refused"), run.out());
        assertShows(
                run.out(),
                "online_retail_invoices.csv, 22,190 rows, 2010-12-01 to 2011-12-09 in Europe/London\n",
                " 4 rows with an amount of 0",
                " 3,654 rows with a negative amount",
                " 208 returns of more than was left, GBP 22,616.44 in all",
                " 33 customers with returns alone",
                " members 4,339\n",
                " visits 18,536\n",
                " spent GBP 8,911,407.90\n",
                " returns 3,645\n",
                " returned GBP 588,725.65\n",
                " points issued 8,902,670\n",
                "outstanding: yes\n",
                " issued 8,902,670 10,601,807 1,699,137\n",
                " redeemed 8,111,750 8,111,750 0\n",
                " 1,687 members gain 1,549,482 points, 0 lose 0\n",
                ", 2,708 of 4,264 customers bought on two days or more since 2010-12-10\n",
                " = GBP 1,877.45 a year and customer",
                "4338 customers scored",
                " left out: 34 customers without a purchase\n");
    }

    @Test
    void ordersOfAMusicShop() {
        Run run = Run.of(
                "--csv", file("cdnow_sample_log.csv"),
                "--customer", "master_id",
                "--time", "date",
                "--amount", "dollars",
                "--zone", "America/New_York");
        assertEquals("", run.err());
        assertEquals(0, run.code());
        assertFalse(run.out().contains("refused"), run.out());
        assertShows(
                run.out(),
                "cdnow_sample_log.csv, 6,919 rows, 1997-01-01 to 1998-06-30 in America/New_York\n",
                " 8 rows with an amount of 0",
                " members 2,357\n",
                " visits 6,919\n",
                " spent USD 244,091.94\n",
                " returns 0\n",
                " points issued 239,444\n",
                " taken back 0\n",
                "outstanding: yes\n",
                ", 483 of 812 customers bought on two days or more since 1997-07-01\n",
                " = USD 120.64 a year and customer");
    }
}
