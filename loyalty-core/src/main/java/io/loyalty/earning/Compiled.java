package io.loyalty.earning;

import io.loyalty.calendar.DayTables;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A plan made ready for use: rules in arrays by what they do, conditions as bits, numbers for everything that has a name.
 *
 * <p>Each rule that multipliers multiply is a <em>base</em>. What awards say is kept by <em>slot</em>: for each base one slot of its
 * own and one for each multiplier, then one for each other rule.
 */
final class Compiled {

    /** More multipliers than this would not fit into the bits of a word. */
    static final int MAX_MULTIPLIERS = 64;

    private static final int NO_SLOT = -1;
    private static final int SEVERAL_SLOTS = -2;

    final List<EarningRule> rules;
    final Stacking stacking;
    final FactAtoms factAtoms;
    final LineClasses lineClasses;
    final SumQuestion[] sums;
    /** The number of words for the answers about a fact, then about sums of its lines; at least 1. */
    final int answerWords;

    final EarningBase[] lineBases;
    /** The question whether a line's kind counts in the first earning base; those of the others come after it. */
    final int firstKindQuestion;
    /** For each earning base the amounts as written. */
    final LineAmounts[] asWritten;
    /** For each earning base the first that is the same for visits not paid with points. */
    final int[] likeWithoutPoints;

    /** For each rule what it does, in words, and its condition. */
    final String[] effects;

    final Requirement[] requirements;
    final Gate[] gates;
    final BaseRule[] bases;
    final MultiplierRule[] multipliers;
    final FixedRule[] fixed;
    /** The gates of the multipliers, then those of the rules that no multiplier multiplies, 64 to a table; at least one table. */
    final Gates[] gateTables;
    /** In the first of these, the multipliers. */
    final long allMultipliers;
    /** By these: the numbers of the rules that are {@link FixedRule#isPlain() plain}. */
    final int[][] plainFixed;
    /** For each rule that no multiplier multiplies: how entries of its points are kept, and how many these are if that is fixed. */
    final long[] keysOfFixed;

    final long[] pointsOfFixed;
    /** The multipliers with a factor below 1. */
    final long reducers;
    /** The multipliers that choose among lines. */
    final long choosing;
    /** For each multiplier those that, where they choose the same, leave it no say. */
    final long[] outranking;
    /** The multipliers that count but so many times. */
    final long timed;
    /** No product of parts of all factors is greater; beyond the range, the greatest number. */
    final long widest;
    /** No product of some factors is greater. */
    final long gain;
    /** For each base how to score it in small numbers; null where it never is. */
    final SmallBase[] smallBases;
    /** For each rule, the number among those of its kind. */
    final int[] ordinals;
    /** All caps on points, in the order in which they are applied. */
    final List<Limit> limits;
    /** For each cap and each slot: when its points are cut, the highest number first; 0 if the cap is not about it. */
    private final int[][] turns;

    private final boolean[] overall;

    final TallySpec[] tallies;
    final String[] keys;

    /** For each slot the rule to which its points are due, the rule of its base or -1, and the terms of its points. */
    private final int[] rulesOfSlots;
    /** By rule: its slot, or one of those below. */
    private final int[] onlySlots;

    private final int[] baseRulesOfSlots;
    private final PointTerms[] termsOfSlots;
    /** The terms of all points; null if they differ. */
    final PointTerms onlyTerms;

    /** The business days that contexts came with. */
    final DayTables days = new DayTables();

    private final Map<String, TallySpec> specs = new LinkedHashMap<>();

    /**
     * A cap on points.
     *
     * @param cap the cap
     * @param rule whose points it limits, or -1 for all of a currency
     * @param currency for all points: their currency
     * @param tally the number of the tally of what was used, or -1 if the cap is per visit
     */
    record Limit(Cap cap, int rule, String currency, int tally) {

        /** Whether the points of a slot are limited. */
        boolean isAbout(Compiled plan, int slot) {
            return rule < 0 ? plan.termsOf(slot).type().currency().equals(currency) : plan.governs(rule, slot);
        }
    }

    Compiled(List<EarningRule> rules, Stacking stacking, Map<String, List<Cap>> caps) {
        this.rules = rules;
        this.stacking = stacking;
        ConditionCompiler conditions = new ConditionCompiler(rules);
        gates = new Gate[rules.size()];
        ordinals = new int[rules.size()];
        List<BaseRule> baseList = new ArrayList<>();
        List<MultiplierRule> multiplierList = new ArrayList<>();
        List<FixedRule> fixedList = new ArrayList<>();
        for (int r = 0; r < gates.length; r++) {
            EarningRule rule = rules.get(r);
            gates[r] = conditions.gate(rule.condition());
            Effect effect = rule.effect();
            if (effect instanceof Effect.Multiply) {
                ordinals[r] = multiplierList.size();
                multiplierList.add(new MultiplierRule(r, gates[r], rule, times(rule, r)));
            } else if (effect instanceof Effect.Measured || effect instanceof Effect.Fixed) {
                ordinals[r] = fixedList.size();
                fixedList.add(new FixedRule(r, gates[r], rule, times(rule, r), this));
            } else {
                ordinals[r] = baseList.size();
                baseList.add(new BaseRule(r, gates[r], rule, times(rule, r), conditions));
            }
        }
        if (multiplierList.size() > MAX_MULTIPLIERS) {
            throw new IllegalArgumentException(
                    "rules must have at most " + MAX_MULTIPLIERS + " multipliers: " + multiplierList.size());
        }
        bases = baseList.toArray(BaseRule[]::new);
        multipliers = multiplierList.toArray(MultiplierRule[]::new);
        fixed = fixedList.toArray(FixedRule[]::new);
        long below1 = 0;
        long choose = 0;
        long some = 0;
        for (int m = 0; m < multipliers.length; m++) {
            below1 |= multipliers[m].reduces() ? 1L << m : 0;
            choose |= multipliers[m].gate.readsLines ? 1L << m : 0;
            some |= multipliers[m].times.isEmpty() ? 0 : 1L << m;
        }
        timed = some;
        reducers = below1;
        choosing = choose;
        widest = widest(multipliers);
        gain = gain(multipliers, widest);
        outranking = outranking(multipliers, stacking);
        rulesOfSlots = new int[slots()];
        onlySlots = new int[rules.size()];
        Arrays.fill(onlySlots, NO_SLOT);
        baseRulesOfSlots = new int[slots()];
        termsOfSlots = new PointTerms[slots()];
        layOutSlots();
        onlyTerms = Arrays.stream(termsOfSlots).distinct().count() == 1 ? termsOfSlots[0] : null;
        limits = limits(caps);
        turns = limits.stream().map(this::turns).toArray(int[][]::new);
        overall = new boolean[limits.size()];
        for (int i = 0; i < overall.length; i++) {
            overall[i] = Arrays.stream(turns[i]).allMatch(turn -> turn > 0);
        }
        factAtoms = conditions.factAtoms();
        lineClasses = conditions.lineClasses();
        firstKindQuestion = conditions.firstKindQuestion();
        sums = conditions.sums();
        answerWords = Math.max(1, factAtoms.size() + sums.length + 63 >> 6);
        List<Gate> inOrder = Stream.concat(
                        multiplierList.stream().map(rule -> rule.gate),
                        fixedList.stream().map(rule -> rule.gate))
                .toList();
        gateTables = IntStream.rangeClosed(0, Math.max(0, inOrder.size() - 1) >> 6)
                .mapToObj(i -> inOrder.subList(Gates.MOST * i, Math.min(inOrder.size(), Gates.MOST * (i + 1))))
                .map(part -> new Gates(part, factAtoms.size() + sums.length, lineClasses.few()))
                .toArray(Gates[]::new);
        allMultipliers = multipliers.length == 0 ? 0 : -1L >>> MAX_MULTIPLIERS - multipliers.length;
        plainFixed = IntStream.range(0, gateTables.length)
                .mapToObj(i -> IntStream.range(0, fixed.length)
                        .filter(f -> fixed[f].isPlain() && multipliers.length + f >> 6 == i)
                        .toArray())
                .toArray(int[][]::new);
        keysOfFixed = IntStream.range(0, fixed.length)
                .mapToLong(f -> Entries.key(slotOfFixed(f)))
                .toArray();
        pointsOfFixed = Arrays.stream(fixed)
                .mapToLong(rule -> rule.fixed == null ? 0 : rule.fixed.points())
                .toArray();
        lineBases = conditions.bases();
        likeWithoutPoints = Arrays.stream(lineBases)
                .mapToInt(base -> firstLike(base, lineBases))
                .toArray();
        asWritten = Arrays.stream(lineBases).map(LineAmounts::asWritten).toArray(LineAmounts[]::new);
        effects = rules.stream().map(rule -> rule.effect().toString()).toArray(String[]::new);
        requirements = rules.stream()
                .map(rule -> Requirement.of(rule.condition(), conditions))
                .toArray(Requirement[]::new);
        smallBases = SmallBase.of(this);
        tallies = specs.values().toArray(TallySpec[]::new);
        keys = specs.keySet().toArray(String[]::new);
    }

    private static long widest(MultiplierRule[] multipliers) {
        long product = 1;
        for (MultiplierRule multiplier : multipliers) {
            product =
                    product > multiplier.room ? Long.MAX_VALUE : product * Math.max(multiplier.above, multiplier.below);
        }
        return product;
    }

    private static long gain(MultiplierRule[] multipliers, long widest) {
        long above = 1;
        long below = 1;
        for (int m = 0; m < multipliers.length && widest < Long.MAX_VALUE; m++) {
            if (!multipliers[m].reduces()) {
                above *= multipliers[m].above;
                below *= multipliers[m].below;
            }
        }
        return above / below + 1;
    }

    private static long[] outranking(MultiplierRule[] multipliers, Stacking stacking) {
        long[] outranking = new long[multipliers.length];
        for (int m = 0; m < multipliers.length; m++) {
            for (int other = 0; other < multipliers.length; other++) {
                int more = multipliers[other].factor.compareTo(multipliers[m].factor);
                boolean outranks = switch (stacking) {
                    case MULTIPLY, ADD -> false;
                    case FIRST_MATCH -> other < m;
                    case BEST_OF -> more > 0 || more == 0 && other < m;
                };
                outranking[m] |= outranks ? 1L << other : 0;
            }
        }
        return outranking;
    }

    private static int firstLike(EarningBase base, EarningBase[] all) {
        int index = 0;
        while (!all[index].with(PointsPaid.GROSS).equals(base.with(PointsPaid.GROSS))) {
            index++;
        }
        return index;
    }

    int slotOfBase(int base) {
        return base * (multipliers.length + 1);
    }

    int slotOfMultiplier(int base, int multiplier) {
        return slotOfBase(base) + 1 + multiplier;
    }

    int slotOfFixed(int index) {
        return slotOfBase(bases.length) + index;
    }

    /** The number of slots. */
    int slots() {
        return slotOfFixed(fixed.length);
    }

    /** So many entries the bases make at most in a visit for which some multipliers hold, if they are small ones. */
    int most(long matched) {
        int most = 0;
        for (SmallBase base : smallBases) {
            most += base == null ? 1 : base.most(matched);
        }
        return most;
    }

    private void layOutSlots() {
        for (int b = 0; b < bases.length; b++) {
            layOut(slotOfBase(b), bases[b].rule, bases[b].rule);
            for (int m = 0; m < multipliers.length; m++) {
                layOut(slotOfMultiplier(b, m), multipliers[m].rule, bases[b].rule);
            }
        }
        for (int f = 0; f < fixed.length; f++) {
            layOut(slotOfFixed(f), fixed[f].rule, -1);
        }
    }

    private void layOut(int slot, int rule, int baseRule) {
        onlySlots[rule] = onlySlots[rule] == NO_SLOT ? slot : SEVERAL_SLOTS;
        rulesOfSlots[slot] = rule;
        baseRulesOfSlots[slot] = baseRule;
        boolean likeTheRest = rules.get(rule).effect() instanceof Effect.Multiply multiply
                && multiply.extra() == Effect.Multiply.Extra.LIKE_THE_REST;
        termsOfSlots[slot] = rules.get(likeTheRest ? baseRule : rule).terms();
    }

    /** The slot of a rule; below 0 if it has several, or none. */
    int onlySlotOf(int rule) {
        return onlySlots[rule];
    }

    /** The rule to which the points of a slot are due. */
    int ruleOf(int slot) {
        return rulesOfSlots[slot];
    }

    /** Whether the caps of a rule are about a slot: those of a base are about all that comes of it. */
    boolean governs(int rule, int slot) {
        return rulesOfSlots[slot] == rule || baseRulesOfSlots[slot] == rule;
    }

    /** Whether a cap, by its number, is about all slots. */
    boolean isOverall(int limit) {
        return overall[limit];
    }

    /** For each slot when a cap, by its number, cuts its points: the highest number first; 0 if it does not. Not to be changed. */
    int[] turns(int limit) {
        return turns[limit];
    }

    /** The same for all points of a currency. */
    int[] turns(String currency) {
        return turns(new Limit(null, -1, currency, -1));
    }

    /** The last rule, by priority and id, is cut first; the cap's own rule, of whose base all others live, comes at the end. */
    private int[] turns(Limit limit) {
        int[] order = IntStream.range(0, slots())
                .filter(slot -> limit.isAbout(this, slot))
                .boxed()
                .sorted(Comparator.comparing(slot -> ruleOf(slot) == limit.rule() ? -1 : ruleOf(slot)))
                .mapToInt(slot -> slot)
                .toArray();
        int[] turnsOfSlots = new int[slots()];
        for (int i = 0; i < order.length; i++) {
            turnsOfSlots[order[i]] = i + 1;
        }
        return turnsOfSlots;
    }

    /** The terms of the points of a slot. */
    PointTerms termsOf(int slot) {
        return termsOfSlots[slot];
    }

    private List<Limit> limits(Map<String, List<Cap>> overallCaps) {
        List<Limit> all = new ArrayList<>();
        for (MultiplierRule multiplier : multipliers) {
            addLimits(all, multiplier.rule);
        }
        for (int r = 0; r < gates.length; r++) {
            if (!(rules.get(r).effect() instanceof Effect.Multiply)) {
                addLimits(all, r);
            }
        }
        overallCaps.forEach((currency, caps) -> {
            for (Cap cap : inOrder(caps)) {
                int tally = cap.per() == Cap.Per.VISIT
                        ? -1
                        : tally(
                                "POINTS " + cap.room() + " " + cap.per() + " of all " + currency,
                                TallySpec.Kind.POINTS,
                                TallySpec.Side.BOTH,
                                -1,
                                currency,
                                cap);
                all.add(new Limit(cap, -1, currency, tally));
            }
        });
        return List.copyOf(all);
    }

    private void addLimits(List<Limit> all, int r) {
        EarningRule rule = rules.get(r);
        for (Cap cap : inOrder(rule.caps())) {
            if (cap.unit() == Cap.Unit.POINTS) {
                int tally = cap.per() == Cap.Per.VISIT
                        ? -1
                        : tally(
                                "POINTS " + cap.room() + " " + cap.per() + " " + rule.id(),
                                TallySpec.Kind.POINTS,
                                sideOf(rule),
                                r,
                                "",
                                cap);
                all.add(new Limit(cap, r, "", tally));
            }
        }
    }

    private List<Times> times(EarningRule rule, int r) {
        List<Times> times = new ArrayList<>();
        for (Cap cap : inOrder(rule.caps())) {
            if (cap.unit() == Cap.Unit.TIMES) {
                String key = "TIMES " + cap.room() + " " + cap.per() + " " + rule.id();
                times.add(new Times(cap, tally(key, TallySpec.Kind.ofUse(rule), sideOf(rule), r, "", cap)));
            }
        }
        return List.copyOf(times);
    }

    /**
     * A limit of times.
     *
     * @param cap the cap
     * @param tally the number of the tally of what was used
     */
    record Times(Cap cap, int tally) {}

    /** Caps of one rule in an order of their own, so that theirs in the rule does not matter. */
    private static List<Cap> inOrder(List<Cap> caps) {
        return caps.stream()
                .sorted(Comparator.comparing(Cap::per)
                        .thenComparing(Cap::overflow)
                        .thenComparing(Cap::limit)
                        .thenComparing(Cap::room))
                .toList();
    }

    static TallySpec.Side sideOf(EarningRule rule) {
        return rule.effect() instanceof Effect.Fixed fixed && fixed.trigger() instanceof Trigger.ToReferrer
                ? TallySpec.Side.REFERRER
                : TallySpec.Side.OWN;
    }

    static String countKey(String ruleId) {
        return "COUNT " + ruleId;
    }

    private int tally(String key, TallySpec.Kind kind, TallySpec.Side side, int rule, String currency, Cap cap) {
        return tally(new TallySpec(
                key,
                kind,
                side,
                rule,
                currency,
                TallySpec.bucketsOf(cap.per()),
                cap.room(),
                TallySpec.spanOf(cap.per()),
                Integer.MAX_VALUE));
    }

    /** The number of a tally; one that is asked for twice is kept once. */
    int tally(TallySpec spec) {
        specs.putIfAbsent(spec.key(), spec);
        return new ArrayList<>(specs.keySet()).indexOf(spec.key());
    }
}
