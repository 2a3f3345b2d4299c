package dev.brine.conformance;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/**
 * The statements that are known not to pass, a line each: what is measured, the statement's id and
 * the reason, with tabs between them. A line is held by id alone; its reason is for people.
 */
final class KnownGaps {

  private static final String COMMENT = "#";

  private final Map<String, String> reasons = new LinkedHashMap<>();

  private KnownGaps() {}

  static KnownGaps read(Path file) {
    KnownGaps gaps = new KnownGaps();
    for (String line : lines(file)) {
      if (!line.startsWith(COMMENT) && !line.isBlank()) {
        String[] parts = line.split("\t", 3);
        gaps.reasons.put(key(parts[0], parts[1]), parts[2]);
      }
    }
    return gaps;
  }

  private static List<String> lines(Path file) {
    try {
      return Files.readAllLines(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String key(String measure, String id) {
    return measure + "\t" + id;
  }

  int size() {
    return reasons.size();
  }

  /** What fails and is not listed; with the detail, for whoever broke it. */
  List<String> unlisted(List<Outcome> outcomes) {
    List<String> found = new ArrayList<>();
    for (Measure measure : Measure.values()) {
      for (Outcome outcome : measure.failed(outcomes)) {
        if (!reasons.containsKey(key(measure.label(), outcome.statement().id()))) {
          Verdict verdict = measure.verdict(outcome);
          found.add(line(measure, outcome) + "\t" + verdict.detail());
        }
      }
    }
    return found;
  }

  /** What is listed and passes all the same: lines to be struck. */
  List<String> closed(List<Outcome> outcomes) {
    List<String> found = new ArrayList<>();
    for (Measure measure : Measure.values()) {
      for (Outcome outcome : measure.counted(outcomes)) {
        String key = key(measure.label(), outcome.statement().id());
        if (reasons.containsKey(key) && measure.verdict(outcome).passed()) {
          found.add(key);
        }
      }
    }
    return found;
  }

  /** The list as it would have to be, its comments and the reasons that people gave kept. */
  static void write(Path file, List<Outcome> outcomes) {
    Map<String, String> given = read(file).reasons;
    TreeSet<String> gaps = new TreeSet<>();
    for (Measure measure : Measure.values()) {
      for (Outcome outcome : measure.failed(outcomes)) {
        String key = key(measure.label(), outcome.statement().id());
        String reason = given.get(key);
        gaps.add(reason == null ? line(measure, outcome) : key + "\t" + reason);
      }
    }
    List<String> all = new ArrayList<>();
    lines(file).stream().filter(line -> line.startsWith(COMMENT)).forEach(all::add);
    all.addAll(gaps);
    try {
      Files.write(file, all);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String line(Measure measure, Outcome outcome) {
    return key(measure.label(), outcome.statement().id())
        + "\t"
        + measure.verdict(outcome).reason();
  }
}
