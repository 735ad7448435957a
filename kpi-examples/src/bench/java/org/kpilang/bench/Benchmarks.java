package org.kpilang.bench;
public final class Benchmarks { public static void main(String[] a) {} }
