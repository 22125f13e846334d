package io.loyalty.points;

import io.loyalty.persistent.Tail;
import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Iterator;
import java.util.NoSuchElementException;

/**
 * Lots in a fixed order with the sum of what remains of them: an immutable sorted set that shares its parts with the sets
 * it was made from.
 *
 * <p>A B-tree whose inner nodes know the sum and the last lot below them. New lots mostly come in order: they gather in a tail
 * that moves into the tree when it is full. Nodes are not merged when lots go,
 * only dropped when empty; the height stays within the logarithm of the largest size there ever was.
 */
final class LotTree {

    /** By expiry, then the older, then the lower number: the order in which points are spent unless a policy says otherwise. */
    static final Comparator<Lot> SOONEST = (a, b) -> {
        int order = a.expiresAt() == b.expiresAt() ? 0 : a.expiresAt().compareTo(b.expiresAt());
        return order != 0 ? order : Lot.BY_AGE.compare(a, b);
    };

    private static final int WIDTH = Tail.WIDTH;
    private static final Lot[] NO_LOTS = {};

    private final Comparator<Lot> order;
    private final Node root;
    private final Tail<Lot> tail;
    private final int tailSize;
    private final long tailTotal;

    private LotTree(Comparator<Lot> order, Node root, Tail<Lot> tail, int tailSize, long tailTotal) {
        this.order = order;
        this.root = root;
        this.tail = tail;
        this.tailSize = tailSize;
        this.tailTotal = tailTotal;
    }

    static LotTree in(Comparator<Lot> order) {
        return new LotTree(order, null, Tail.empty(), 0, 0);
    }

    private LotTree with(Node changedRoot) {
        return new LotTree(order, changedRoot, tail, tailSize, tailTotal);
    }

    private LotTree with(Lot[] changedTail, long changedTotal) {
        return new LotTree(order, root, Tail.of(changedTail, changedTail.length), changedTail.length, changedTotal);
    }

    private Lot[] tailLots() {
        Lot[] lots = new Lot[tailSize];
        for (int i = 0; i < tailSize; i++) {
            lots[i] = tail.get(i);
        }
        return lots;
    }

    boolean isEmpty() {
        return root == null && tailSize == 0;
    }

    /** What remains of all lots together. */
    long total() {
        return (root == null ? 0 : root.total) + tailTotal;
    }

    /** The set with one more lot; the lot must not be in it. */
    LotTree plus(Lot lot) {
        Lot last = tailSize > 0 ? tail.get(tailSize - 1) : root == null ? null : root.last;
        if (last == null || order.compare(lot, last) > 0) {
            if (tailSize == WIDTH) {
                return new LotTree(order, hung(tailLots()), Tail.behindFull(lot), 1, lot.remaining());
            }
            return new LotTree(order, root, tail.plus(tailSize, lot), tailSize + 1, tailTotal + lot.remaining());
        }
        if (!inTail(lot)) {
            return root == null ? with(Node.leaf(lot)) : with(grown(put(root, lot)));
        }
        Lot[] lots = tailLots();
        return tailSize == WIDTH
                ? new LotTree(order, hung(lots), Tail.empty(), 0, 0).plus(lot)
                : with(inserted(lots, position(lots, lot), lot), tailTotal + lot.remaining());
    }

    /** The set without a lot of the same place in the order; the lot must be in it. */
    LotTree minus(Lot lot) {
        if (!inTail(lot)) {
            return with(removed(root, lot));
        }
        Lot[] lots = tailLots();
        int at = position(lots, lot);
        return with(without(lots, at), tailTotal - lots[at].remaining());
    }

    /** The set with a lot in place of the one that has its place in the order. */
    LotTree with(Lot lot) {
        if (!inTail(lot)) {
            return with(replaced(root, lot));
        }
        Lot[] lots = tailLots();
        int at = position(lots, lot);
        long total = tailTotal - lots[at].remaining() + lot.remaining();
        lots[at] = lot;
        return with(lots, total);
    }

    /** The set with a changed lot in place of what it was; only lots of which something remains are in it. */
    LotTree replacing(Lot before, Lot after) {
        if (before.remaining() == 0) {
            return after.remaining() == 0 ? this : plus(after);
        }
        return after.remaining() == 0 ? minus(before) : with(after);
    }

    /** Lots that stand side by side. */
    static final class Stretch {
        /** The lots in order, not to be changed. */
        final Lot[] lots;
        /** What remains of all lots before them. */
        final long before;

        private Stretch(Lot[] lots, long before) {
            this.lots = lots;
            this.before = before;
        }
    }

    /** What remains of the lots that expire at an instant or before; for a tree ordered by expiry. */
    long totalExpiringBy(Instant instant) {
        Stretch around = aroundFirstExpiringAfter(instant);
        long total = around.before;
        for (Lot lot : around.lots) {
            total += lot.expiresAt().isAfter(instant) ? 0 : lot.remaining();
        }
        return total;
    }

    /**
     * Lots that stand side by side, among them the first that expires after an instant, or if there is none the last ones; for a tree ordered
     * by expiry.
     */
    Stretch aroundFirstExpiringAfter(Instant instant) {
        if (root == null || !root.last.expiresAt().isAfter(instant)) {
            return new Stretch(tailLots(), root == null ? 0 : root.total);
        }
        Node node = root;
        long before = 0;
        while (node.children != null) {
            int slot = firstExpiringAfter(node.children, instant);
            for (int i = 0; i < slot; i++) {
                before += node.children[i].total;
            }
            node = node.children[slot];
        }
        return new Stretch(node.lots, before);
    }

    /** The first node with a lot that expires after an instant; there must be one. */
    private static int firstExpiringAfter(Node[] nodes, Instant instant) {
        int low = 0;
        int high = nodes.length - 1;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (nodes[middle].last.expiresAt().isAfter(instant)) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return low;
    }

    /** The first lot in order; there must be one. */
    Lot first() {
        if (root == null) {
            return tail.get(0);
        }
        Node node = root;
        while (node.children != null) {
            node = node.children[0];
        }
        return node.lots[0];
    }

    /** All lots in order. */
    Iterator<Lot> iterator() {
        return new Cursor(this, null);
    }

    /** The lots that expire after an instant, in order; for a tree ordered by expiry. */
    Iterator<Lot> expiringAfter(Instant instant) {
        return new Cursor(this, instant);
    }

    private boolean inTail(Lot lot) {
        return tailSize > 0 && order.compare(lot, tail.get(0)) >= 0;
    }

    /** Where a lot stands in sorted lots, or would. */
    private int position(Lot[] lots, Lot lot) {
        int low = 0;
        int high = lots.length;
        // The usual case first: behind the last.
        if (high > 0 && order.compare(lots[high - 1], lot) < 0) {
            return high;
        }
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (order.compare(lots[middle], lot) < 0) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    private int childOf(Node node, Lot lot) {
        int low = 0;
        int high = node.children.length - 1;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (order.compare(node.children[middle].last, lot) < 0) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    private static Lot[] inserted(Lot[] lots, int at, Lot lot) {
        Lot[] longer = Arrays.copyOf(lots, lots.length + 1);
        System.arraycopy(lots, at, longer, at + 1, lots.length - at);
        longer[at] = lot;
        return longer;
    }

    private static Lot[] without(Lot[] lots, int at) {
        Lot[] shorter = Arrays.copyOf(lots, lots.length - 1);
        System.arraycopy(lots, at + 1, shorter, at, shorter.length - at);
        return shorter;
    }

    /** The tree with a full leaf behind all others. */
    private Node hung(Lot[] lots) {
        Node leaf = Node.leaf(lots);
        if (root == null) {
            return leaf;
        }
        return grown(hung(root, leaf));
    }

    private static Node[] hung(Node node, Node leaf) {
        if (node.children == null) {
            return new Node[] {node, leaf};
        }
        int last = node.children.length - 1;
        return splice(node, last, hung(node.children[last], leaf));
    }

    /** The node with a lot put in, as one node or two. */
    private Node[] put(Node node, Lot lot) {
        if (node.children == null) {
            Lot[] longer = inserted(node.lots, position(node.lots, lot), lot);
            if (longer.length <= WIDTH) {
                return new Node[] {Node.leaf(longer)};
            }
            int middle = longer.length >>> 1;
            return new Node[] {
                Node.leaf(Arrays.copyOf(longer, middle)), Node.leaf(Arrays.copyOfRange(longer, middle, longer.length))
            };
        }
        int at = childOf(node, lot);
        return splice(node, at, put(node.children[at], lot));
    }

    /** The node with one child replaced by one or two, as one node or two. */
    private static Node[] splice(Node node, int at, Node[] parts) {
        Node[] children = Arrays.copyOf(node.children, node.children.length + parts.length - 1);
        System.arraycopy(node.children, at + 1, children, at + parts.length, node.children.length - at - 1);
        System.arraycopy(parts, 0, children, at, parts.length);
        if (children.length <= WIDTH) {
            return new Node[] {Node.inner(children)};
        }
        // A split at the right end leaves the left node full: lots mostly come in order.
        int middle = at + parts.length == children.length ? children.length - 1 : children.length >>> 1;
        return new Node[] {
            Node.inner(Arrays.copyOf(children, middle)),
            Node.inner(Arrays.copyOfRange(children, middle, children.length))
        };
    }

    private static Node grown(Node[] parts) {
        return parts.length == 1 ? parts[0] : Node.inner(parts);
    }

    private Node removed(Node node, Lot lot) {
        if (node.children == null) {
            int at = position(node.lots, lot);
            if (node.lots.length == 1) {
                return null;
            }
            return Node.leaf(without(node.lots, at));
        }
        int at = childOf(node, lot);
        Node child = removed(node.children[at], lot);
        if (child != null) {
            Node[] children = node.children.clone();
            children[at] = child;
            return Node.inner(children);
        }
        if (node.children.length == 1) {
            return null;
        }
        Node[] children = Arrays.copyOf(node.children, node.children.length - 1);
        System.arraycopy(node.children, at + 1, children, at, children.length - at);
        return children.length == 1 ? children[0] : Node.inner(children);
    }

    private Node replaced(Node node, Lot lot) {
        if (node.children == null) {
            Lot[] lots = node.lots.clone();
            lots[position(lots, lot)] = lot;
            return Node.leaf(lots);
        }
        Node[] children = node.children.clone();
        int at = childOf(node, lot);
        children[at] = replaced(children[at], lot);
        return Node.inner(children);
    }

    /** A leaf (with lots) or an inner node (with children). */
    private static final class Node {
        final Lot[] lots;
        final Node[] children;
        final Lot last;
        final long total;

        private Node(Lot[] lots, Node[] children, Lot last, long total) {
            this.lots = lots;
            this.children = children;
            this.last = last;
            this.total = total;
        }

        static Node leaf(Lot... lots) {
            long total = 0;
            for (Lot lot : lots) {
                total += lot.remaining();
            }
            return new Node(lots, null, lots[lots.length - 1], total);
        }

        static Node inner(Node... children) {
            long total = 0;
            for (Node child : children) {
                total += child.total;
            }
            return new Node(null, children, children[children.length - 1].last, total);
        }
    }

    /** Walks leaf by leaf with a stack of the way down. */
    private static final class Cursor implements Iterator<Lot> {
        private final Node[] path;
        private final int[] slots;
        private int depth = -1;
        private Lot[] lots = NO_LOTS;
        private Lot[] tail;
        private int next;

        Cursor(LotTree tree, Instant after) {
            tail = tree.tailLots();
            // A leaf alone needs no way down; no tree is higher than 16.
            int height = tree.root == null || tree.root.children == null ? 0 : 16;
            path = new Node[height];
            slots = new int[height];
            if (tree.root != null) {
                descend(tree.root, after);
            }
            settle();
            while (after != null
                    && next < lots.length
                    && !lots[next].expiresAt().isAfter(after)) {
                next++;
                settle();
            }
        }

        private void descend(Node node, Instant after) {
            while (node.children != null) {
                // Where all have expired the last node will do: the way goes on past its end.
                int slot = after == null ? 0 : firstExpiringAfter(node.children, after);
                depth++;
                path[depth] = node;
                slots[depth] = slot;
                node = node.children[slot];
            }
            lots = node.lots;
            next = 0;
        }

        /** Moves to the next leaf, and at the end to the tail, once the present one is used up. */
        private void settle() {
            while (next == lots.length) {
                while (depth >= 0 && slots[depth] == path[depth].children.length - 1) {
                    depth--;
                }
                if (depth >= 0) {
                    slots[depth]++;
                    descend(path[depth].children[slots[depth]], null);
                } else if (tail.length > 0) {
                    lots = tail;
                    tail = NO_LOTS;
                    next = 0;
                } else {
                    return;
                }
            }
        }

        @Override
        public boolean hasNext() {
            return next < lots.length;
        }

        @Override
        public Lot next() {
            if (!hasNext()) {
                throw new NoSuchElementException();
            }
            Lot lot = lots[next++];
            settle();
            return lot;
        }
    }
}
