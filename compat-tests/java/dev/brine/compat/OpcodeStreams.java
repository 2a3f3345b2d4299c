package dev.brine.compat;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Assumptions;

/** The streams of {@code compat-tests/python/agreement}, and what CPython makes of them. */
final class OpcodeStreams {

  private static final Path FOLDER = Path.of("compat-tests", "python", "agreement");
  private static final List<String> TO_MUTATE =
      List.of("python-fixtures/good/2.0", "python-fixtures/pickle", "python-fixtures/bad");
  private static final Pattern ESCAPE = Pattern.compile("\\\\x([0-9a-f]{2})|\\\\n|(.)\\{(\\d+)}");

  private OpcodeStreams() {}

  /**
   * A stream and the words on it.
   *
   * @param base64 the stream
   * @param rules by which Brine may differ, as far as the judge can tell
   * @param byC what the C unpickler says: a minus and an exception, or a plus and the graph's text
   * @param byPython what the one in Python says; {@code "="} for the same
   * @param found what pickletools lists, as the judge says it
   */
  record Judged(String base64, Set<String> rules, String byC, String byPython, String found) {

    static Judged of(String line) {
      String[] parts = line.split("\t", -1);
      Set<String> rules =
          Arrays.stream(parts[1].split(","))
              .filter(rule -> !rule.isEmpty())
              .collect(Collectors.toSet());
      return new Judged(parts[0], rules, parts[2], parts[3], parts[4]);
    }

    byte[] stream() {
      return Base64.getDecoder().decode(base64);
    }

    boolean isAccepted() {
      return byC.startsWith("+");
    }

    boolean isDisassembled() {
      return found.startsWith("+");
    }

    int opcodes() {
      return Integer.parseInt(found.substring(1, found.indexOf(':')));
    }

    long checksum() {
      return Long.parseLong(found.substring(found.indexOf(':') + 1));
    }
  }

  /** A line of {@code rules.txt} or {@code unpicklers.txt}. */
  record Listed(String name, String says, String stream) {

    @Override
    public String toString() {
      return name + " (" + stream + ")";
    }
  }

  static List<Listed> rules() {
    return lines("rules.txt").stream()
        .map(parts -> new Listed(parts[0].strip(), parts[1].strip(), parts[2].stripTrailing()))
        .toList();
  }

  static List<Listed> disagreements() {
    return lines("unpicklers.txt").stream()
        .map(parts -> new Listed(parts[3], parts[1] + " " + parts[2], parts[0].stripTrailing()))
        .toList();
  }

  private static List<String[]> lines(String file) {
    try {
      return Files.readAllLines(FOLDER.resolve(file)).stream()
          .filter(line -> !line.startsWith("#"))
          .map(line -> line.split(" +\\| ", -1))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Those listed, with the words on them. */
  static Map<Listed, Judged> judged(List<Listed> listed) throws IOException, InterruptedException {
    Path file = Files.createTempFile("streams", ".txt");
    Files.write(
        file, listed.stream().map(each -> LivingPython.base64(unescape(each.stream()))).toList());
    List<Judged> judged = new ArrayList<>();
    judge(List.of("--streams", file.toString()), judged::add);
    Files.delete(file);
    Map<Listed, Judged> both = new LinkedHashMap<>();
    for (int i = 0; i < listed.size(); i++) {
      both.put(listed.get(i), judged.get(i));
    }
    return both;
  }

  /** So many streams that are made up. */
  static void generated(int seed, int count, Consumer<Judged> action)
      throws IOException, InterruptedException {
    List<String> options = new ArrayList<>();
    options.addAll(List.of("--seed", "" + seed, "--count", "" + count));
    options.addAll(TO_MUTATE);
    judge(options, action);
  }

  private static void judge(List<String> options, Consumer<Judged> action)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of(FOLDER.resolve("judge.py").toString()));
    command.addAll(options);
    Process process =
        python().command(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
    try (BufferedReader lines = process.inputReader(UTF_8)) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        action.accept(Judged.of(line));
      }
    } finally {
      process.destroy();
    }
    if (process.waitFor() != 0) {
      throw new IOException("the judge ended with status " + process.exitValue());
    }
  }

  private static PythonEnvironment python() throws IOException, InterruptedException {
    try {
      return PythonEnvironment.of(LivingPython.SQLALCHEMY_2_0);
    } catch (UnavailableException e) {
      return Assumptions.abort("Not compared with a living Python: " + e.getMessage());
    }
  }

  /** {@code "accepts"} or {@code "refuses"}. */
  static String verdict(String word) {
    return word.startsWith("+") ? "accepts" : "refuses";
  }

  private static byte[] unescape(String text) {
    Matcher escapes = ESCAPE.matcher(text);
    String plain =
        escapes.replaceAll(
            match -> {
              if (match.group(1) != null) {
                char character = (char) Integer.parseInt(match.group(1), 16);
                return Matcher.quoteReplacement("" + character);
              }
              return match.group(2) == null
                  ? "\n"
                  : match.group(2).repeat(Integer.parseInt(match.group(3)));
            });
    return plain.getBytes(ISO_8859_1);
  }
}
