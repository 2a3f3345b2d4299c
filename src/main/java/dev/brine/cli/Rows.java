package dev.brine.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.util.RawValue;
import dev.brine.engine.JsonValues;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Result;
import org.jspecify.annotations.Nullable;

/** Rows of a result: as a table to look at, as CSV (RFC 4180), or as JSON. */
record Rows(Result<Record> result, RowFormat format) implements DumpCommand.Answer {

  Rows {
    result = format == RowFormat.JSON ? result : EntityColumns.layOut(result);
  }

  private static final String NULL = "NULL";
  private static final Pattern CONTROL =
      Pattern.compile("\\p{Cntrl}", Pattern.UNICODE_CHARACTER_CLASS);
  private static final String GAP = "  ";

  @Override
  public void printText(PrintWriter out) {
    if (format == RowFormat.CSV) {
      printCsv(out);
    } else {
      printTable(out);
    }
  }

  private List<String> columns() {
    return Arrays.stream(result.fields()).map(Field::getName).toList();
  }

  @Override
  public void putJson(ObjectNode json) {
    columns().forEach(json.putArray("columns")::add);
    String rows = result.stream().map(JsonValues::row).collect(Collectors.joining(", ", "[", "]"));
    json.putRawValue("rows", new RawValue(rows));
  }

  /** The end of a line is CR LF; NULL is nothing between the commas, an empty text is quoted. */
  private void printCsv(PrintWriter out) {
    printCsvLine(out, columns().stream().map(Rows::csv).toList());
    for (Record row : result) {
      List<String> cells = new ArrayList<>();
      for (int i = 0; i < row.size(); i++) {
        cells.add(row.get(i) == null ? "" : csv(text(row.get(i))));
      }
      printCsvLine(out, cells);
    }
  }

  private static void printCsvLine(PrintWriter out, List<String> cells) {
    out.print(String.join(",", cells) + "\r\n");
  }

  private static String csv(String cell) {
    boolean plain = cell.chars().noneMatch(c -> c == ',' || c == '"' || c == '\r' || c == '\n');
    return plain && !cell.isEmpty() ? cell : '"' + cell.replace("\"", "\"\"") + '"';
  }

  private void printTable(PrintWriter out) {
    List<List<String>> lines = new ArrayList<>();
    lines.add(columns());
    for (Record row : result) {
      List<String> cells = new ArrayList<>();
      for (int i = 0; i < row.size(); i++) {
        cells.add(visible(text(row.get(i))));
      }
      lines.add(cells);
    }
    int[] widths = new int[result.fields().length];
    lines.forEach(cells -> Arrays.setAll(widths, i -> Math.max(widths[i], width(cells.get(i)))));
    printLine(out, lines.get(0), widths);
    out.println(
        Arrays.stream(widths)
            .mapToObj("-"::repeat)
            .collect(Collectors.joining(GAP))
            .stripTrailing());
    lines.subList(1, lines.size()).forEach(cells -> printLine(out, cells, widths));
    out.println(result.size() == 1 ? "(1 row)" : "(" + result.size() + " rows)");
  }

  private void printLine(PrintWriter out, List<String> cells, int[] widths) {
    List<String> padded = new ArrayList<>();
    for (int i = 0; i < cells.size(); i++) {
      String padding = " ".repeat(widths[i] - width(cells.get(i)));
      padded.add(isNumeric(i) ? padding + cells.get(i) : cells.get(i) + padding);
    }
    out.println(String.join(GAP, padded).stripTrailing());
  }

  /** What would break a line or command the terminal is spelled out. */
  private static String visible(String text) {
    return CONTROL.matcher(text).replaceAll(match -> "\\\\" + spelled(match.group().charAt(0)));
  }

  private static String spelled(char control) {
    return switch (control) {
      case '\n' -> "n";
      case '\r' -> "r";
      case '\t' -> "t";
      default -> String.format("u%04x", (int) control);
    };
  }

  private static int width(String text) {
    return text.codePointCount(0, text.length());
  }

  /** Numbers are easier to compare when their ends are below each other. */
  private boolean isNumeric(int column) {
    return result.stream()
        .map(row -> row.get(column))
        .allMatch(value -> value == null || value instanceof Number);
  }

  /** As in JSON, text without its quotes. */
  private static String text(@Nullable Object value) {
    if (value == null) {
      return NULL;
    }
    if (value instanceof String text) {
      return text;
    }
    String json = JsonValues.write(value);
    return json.startsWith("\"") ? json.substring(1, json.length() - 1) : json;
  }
}
