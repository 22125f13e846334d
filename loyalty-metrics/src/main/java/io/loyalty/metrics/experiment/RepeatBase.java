package io.loyalty.metrics.experiment;

/** Of whom the repeat rate of an arm is a share. */
public enum RepeatBase {

    /**
     * All customers of the arm. The arms stay comparable, because nobody is chosen by what the treatment may have changed.
     */
    ASSIGNED,

    /**
     * The customers of the arm who bought at all: the usual repeat rate. If the treatment changes who buys, arms differ in more
     * than the treatment.
     */
    BUYERS
}
