package dev.brine.benchmarks;

import static java.nio.charset.StandardCharsets.UTF_8;

import net.razorvine.pickle.Opcodes;
import org.openjdk.jmh.infra.Blackhole;

/**
 * The least that reading a pickle can cost: one pass over the opcodes that makes nothing but the
 * strings. It knows the opcodes with an argument that protocol 5 writes into these dumps.
 */
final class OpcodeFloor {

  private OpcodeFloor() {}

  static void pass(byte[] pickle, Blackhole strings) {
    int at = 0;
    while (true) {
      switch (pickle[at++] & 0xff) {
        case Opcodes.STOP -> {
          return;
        }
        case Opcodes.SHORT_BINUNICODE -> {
          int length = pickle[at] & 0xff;
          strings.consume(new String(pickle, at + 1, length, UTF_8));
          at += 1 + length;
        }
        case Opcodes.LONG1 -> at += 1 + (pickle[at] & 0xff);
        case Opcodes.PROTO, Opcodes.BININT1, Opcodes.BINGET -> at++;
        case Opcodes.BININT2 -> at += 2;
        case Opcodes.BININT, Opcodes.LONG_BINGET -> at += 4;
        case Opcodes.FRAME -> at += 8;
        default -> {}
      }
    }
  }
}
