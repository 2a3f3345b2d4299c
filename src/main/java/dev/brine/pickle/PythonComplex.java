package dev.brine.pickle;

/** The value of a Python {@code complex}. */
public record PythonComplex(double real, double imaginary) {}
