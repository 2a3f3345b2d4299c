package dev.brine.fuzz;

import dev.brine.FixtureDumps;
import dev.brine.GraphMutation;
import dev.brine.error.BrineException;
import dev.brine.pickle.PythonPickler;
import dev.brine.pickle.PythonUnpickler;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * Dumps made by real SQLAlchemy, and what a fuzzer's bytes make of them: bytes that start with a
 * zero, which is no opcode, are a recipe by which one of these dumps is changed; others are taken
 * as they are. So one target is fed both with raw bytes and with almost sound dumps.
 */
final class Dumps {

  /** Starts a recipe. The number of the dump follows, and the way it is changed. */
  static final byte RECIPE = 0;

  private static final int MOST = 100;

  private static final int LONGEST = 6_000;
  private static final int MOST_MUTATIONS = 6;

  /** Out of so many nodes of a graph one is replaced. */
  private static final int[] RARITIES = {6, 12, 24, 48, 96};

  private static final List<byte[]> ALL = read();

  private Dumps() {}

  /** The dumps, in a stable order. */
  static List<byte[]> all() {
    return ALL;
  }

  /** The dump that the fuzzer's bytes stand for. */
  static byte[] of(byte[] input) {
    if (input.length == 0 || input[0] != RECIPE) {
      return input;
    }
    Choices choices = new Choices(input, 1);
    byte[] dump = ALL.get(choices.below(ALL.size()));
    int times = choices.below(2 * MOST_MUTATIONS);
    if (times < MOST_MUTATIONS) {
      byte[] other = ALL.get(choices.below(ALL.size()));
      return OpcodeMutation.mutate(dump, other, times, choices);
    }
    return changedGraph(dump, choices);
  }

  /** Few bytes decide about all nodes of a large graph, the last as well as the first. */
  private static byte[] changedGraph(byte[] dump, Choices choices) {
    int rarity = RARITIES[choices.below(RARITIES.length)];
    Random random = new Random(choices.rest());
    try {
      Object graph = new PythonUnpickler().loads(dump);
      return new PythonPickler().dumps(new GraphMutation(random, rarity).copy(graph));
    } catch (BrineException notHashable) {
      // A list has become a key.
      return dump;
    }
  }

  /** Of each series the same few of many. */
  private static List<byte[]> read() {
    List<byte[]> some = new ArrayList<>();
    for (String series : FixtureDumps.series()) {
      List<byte[]> all = FixtureDumps.of(series);
      int step = Math.max(1, all.size() / MOST);
      for (int i = 0; i < all.size(); i += step) {
        if (all.get(i).length <= LONGEST) {
          some.add(all.get(i));
        }
      }
    }
    return some;
  }

  static byte[] bytes(Path file) {
    try {
      return Files.readAllBytes(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
