package org.kpilang.facts;

/** One input in one load. */
record LoadedColumn(Load load, int index) {

    InputColumn column() {
        return load.columns().get(index);
    }
}
