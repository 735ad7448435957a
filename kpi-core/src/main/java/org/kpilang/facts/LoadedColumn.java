package org.kpilang.facts;

/** One input in one load. */
record LoadedColumn(Load load, int index) {}
