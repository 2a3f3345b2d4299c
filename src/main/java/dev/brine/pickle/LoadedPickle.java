package dev.brine.pickle;

/**
 * What one pickle holds.
 *
 * @param value the graph, of the types the package lists
 * @param protocol the protocol the pickle declares; 0 where it declares none, as protocols 0 and 1
 * @param length how many bytes belong to the pickle; what follows was ignored, as in CPython
 */
public record LoadedPickle(Object value, int protocol, int length) {}
