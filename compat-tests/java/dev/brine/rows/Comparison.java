package dev.brine.rows;

import com.fasterxml.jackson.databind.JsonNode;
import dev.brine.ExpressionSerializer;
import dev.brine.error.BrineException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Whether Java does with a statement what Python does. */
final class Comparison {

  private static final int SHOWN = 300;
  private static final List<String> COMPARED = List.of("columns", "rows", "changed", "after");

  private Comparison() {}

  /** What differs; empty if nothing does. */
  static Optional<String> difference(World world, String name, Told statement) {
    String there = rowsDiffer(world, statement);
    return Optional.ofNullable(there != null ? there : backDiffers(world, name, statement));
  }

  /** Java's rows of Python's dump; where Python is refused them, Java must be too. */
  private static @Nullable String rowsDiffer(World world, Told statement) {
    JsonNode told = statement.outcome();
    JsonNode own;
    try {
      own = JavaRows.run(world, statement);
    } catch (BrineException e) {
      return told.has("error") ? null : e.getClass().getSimpleName() + ": " + line(e.getMessage());
    } catch (RuntimeException e) {
      return e + " at " + e.getStackTrace()[0];
    }
    return told.has("error")
        ? "runs, where Python says " + line(told.toString())
        : differ(told, own, "Java's rows");
  }

  /** Python's rows of the dump that Java writes. */
  private static @Nullable String backDiffers(World world, String name, Told statement) {
    byte[] dump;
    try {
      dump = ExpressionSerializer.dumps(JavaRows.load(world, statement.dump()));
    } catch (BrineException e) {
      return e.getClass().getSimpleName() + " on dumping: " + line(e.getMessage());
    }
    JsonNode answer = world.run(name, dump);
    if (answer.has("error")) {
      return !world.reloads(statement.dump())
          ? null
          : "Python cannot use what Java dumped: " + line(answer.toString());
    }
    JsonNode back = answer.get("told");
    if (back.has("error")) {
      return statement.isRefused()
          ? null
          : "Python is refused what Java dumped: " + line(back.toString());
    }
    return differ(statement.outcome(), back, "Python's rows of Java's dump");
  }

  private static @Nullable String differ(JsonNode wanted, JsonNode found, String whose) {
    for (String part : COMPARED) {
      boolean isOrdered = !part.equals("rows") || wanted.path("ordered").asBoolean();
      List<String> here = lines(wanted.path(part), isOrdered);
      List<String> there = lines(found.path(part), isOrdered);
      if (!here.equals(there)) {
        return "%s differ in %s: %s instead of %s"
            .formatted(whose, part, without(there, here), without(here, there));
      }
    }
    return null;
  }

  /** Rows, each a line; a count is the only line. */
  private static List<String> lines(JsonNode rows, boolean isOrdered) {
    List<String> lines = new ArrayList<>();
    if (rows.isNumber()) {
      lines.add(rows.toString());
    }
    rows.forEach(row -> lines.add(row.toString()));
    Stream<String> all = lines.stream();
    return (isOrdered ? all : all.sorted()).toList();
  }

  /** Those of the lines that are not among the others; all of them if only their order differs. */
  private static String without(List<String> lines, List<String> others) {
    List<String> rest = new ArrayList<>(lines);
    rest.removeAll(others);
    return line((rest.isEmpty() ? lines : rest).toString());
  }

  private static String line(@Nullable String text) {
    String plain = String.valueOf(text).replaceAll("\\s+", " ");
    return plain.length() <= SHOWN ? plain : plain.substring(0, SHOWN) + "…";
  }
}
