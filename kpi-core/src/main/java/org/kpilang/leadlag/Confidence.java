package org.kpilang.leadlag;

/** How much a found relation bears. */
public enum Confidence {
    /** The whole lead interval lies in the class found, and no single episode carries it. */
    HIGH,
    /** A weak relation: to be watched rather than relied on. */
    LOW
}
