package dev.brine.fuzz;

import dev.brine.error.BrineException;
import dev.brine.pickle.PythonPickler;
import dev.brine.pickle.PythonUnpickler;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Dumps made by real SQLAlchemy, and what a fuzzer's bytes make of them: bytes that start with a
 * zero, which is no opcode, are a recipe by which one of these dumps is changed; others are taken
 * as they are. So one target is fed both with raw bytes and with almost sound dumps.
 */
final class Dumps {

  /** Starts a recipe. The number of the dump follows, and the way it is changed. */
  static final byte RECIPE = 0;

  static final int MOST = 600;

  private static final int LONGEST = 6_000;
  private static final int MOST_MUTATIONS = 6;
  private static final Path FIXTURES = Path.of("python-fixtures");

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

  private static byte[] changedGraph(byte[] dump, Choices choices) {
    try {
      Object graph = new PythonUnpickler().loads(dump);
      return new PythonPickler().dumps(new GraphMutation(choices).copy(graph));
    } catch (BrineException notHashable) {
      // A list has become a key.
      return dump;
    }
  }

  private static List<byte[]> read() {
    List<Path> files = files();
    int step = Math.max(1, files.size() / MOST);
    List<byte[]> dumps = new ArrayList<>();
    for (int i = 0; i < files.size(); i += step) {
      dumps.add(bytes(files.get(i)));
    }
    return dumps;
  }

  private static List<Path> files() {
    try (Stream<Path> files = Files.walk(FIXTURES.resolve("good"))) {
      return files
          .filter(file -> file.toString().matches(".*\\.p[0-5]\\.pickle"))
          .filter(file -> file.toFile().length() <= LONGEST)
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static byte[] bytes(Path file) {
    try {
      return Files.readAllBytes(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
