package io.loyalty.metrics.purchase;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;

/** Notes of members of rows in the order of their arrival. Blocks go back to the room when they are read. */
final class PeriodLog implements Serializable {

    private static final long serialVersionUID = 1L;
    private static final int SMALLEST = 64;
    private static final int BLOCK = PeriodRoom.BLOCK;

    private final PeriodRoom room;
    private final ArrayList<long[]> full = new ArrayList<>();
    /** Row in the upper half, member in the lower. */
    private long[] block = new long[SMALLEST];
    /** In the last block. */
    private int noted;

    PeriodLog(PeriodRoom room) {
        this.room = room;
    }

    int size() {
        return full.size() * BLOCK + noted;
    }

    /** Whether the next note takes more room. */
    boolean isFull() {
        return noted == block.length;
    }

    void add(int row, int member) {
        if (noted == block.length) {
            grow();
        }
        block[noted++] = (long) row << Integer.SIZE | member;
    }

    private void grow() {
        if (noted < BLOCK) {
            block = Arrays.copyOf(block, 2 * noted);
        } else {
            full.add(block);
            block = room.block();
            noted = 0;
        }
    }

    /**
     * Takes all notes out, by row.
     *
     * @param members what to fill: the members of the first row in the order of their arrival, and so on
     * @param ends what to fill: the end of each of so many rows in there; must be 0, with a place to spare
     */
    void drain(int rows, int[] ends, int[] members) {
        full.add(block);
        int left = size() - BLOCK;
        for (int i = 0; i < full.size(); i++) {
            count(full.get(i), Math.min(BLOCK, left - i * BLOCK), ends);
        }
        for (int row = 1; row <= rows; row++) {
            ends[row] += ends[row - 1];
        }
        for (int i = 0; i < full.size(); i++) {
            deal(full.get(i), Math.min(BLOCK, left - i * BLOCK), ends, members);
        }
        full.remove(full.size() - 1);
        full.forEach(room::take);
        full.clear();
        noted = 0;
    }

    private static void count(long[] block, int noted, int[] counts) {
        for (int i = 0; i < noted; i++) {
            counts[(int) (block[i] >>> Integer.SIZE) + 1]++;
        }
    }

    private static void deal(long[] block, int noted, int[] ends, int[] members) {
        for (int i = 0; i < noted; i++) {
            members[ends[(int) (block[i] >>> Integer.SIZE)]++] = (int) block[i];
        }
    }
}
