package dev.brine.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Horizontal bars as SVG, to stand in HTML, whose styles colour them. Not thread-safe. */
final class BarChart {

  private static final int WIDTH = 560;
  private static final int ROW = 24;
  private static final int BAR_HEIGHT = 14;
  private static final int BASELINE = 12;

  /** What a character takes at most, on average, in the fonts of browsers at 13 pixels. */
  private static final double CHARACTER = 8;

  private static final int MAX_LABEL = 32;
  private static final int GAP = 10;
  private static final int FIGURES = 120;

  private final String title;
  private final List<Bar> bars = new ArrayList<>();

  private record Bar(String label, long length, String figure) {

    /** The end of a long label tells more than its start, such as a class after its modules. */
    String shortLabel() {
      int length = label.codePointCount(0, label.length());
      return length <= MAX_LABEL
          ? label
          : "…" + label.substring(label.offsetByCodePoints(0, length - MAX_LABEL + 1));
    }
  }

  /**
   * @param title for those who cannot see it
   */
  BarChart(String title) {
    this.title = title;
  }

  void bar(String label, long length, String figure) {
    bars.add(new Bar(label, length, figure));
  }

  String svg() {
    int height = bars.size() * ROW;
    int longest = bars.stream().mapToInt(each -> each.shortLabel().length()).max().orElse(0);
    double left = longest * CHARACTER + GAP;
    double room = WIDTH - left - FIGURES;
    long most = Math.max(1, bars.stream().mapToLong(Bar::length).max().orElse(1));
    Markup svg = new Markup();
    svg.raw(format("<svg viewBox=\"0 0 %d %d\" role=\"img\">\n", WIDTH, height));
    svg.element("title", title);
    for (int i = 0; i < bars.size(); i++) {
      Bar bar = bars.get(i);
      double length = bar.length() == 0 ? 0 : Math.max(2, room * bar.length() / most);
      int top = i * ROW;
      svg.raw("<g>").element("title", bar.label() + ": " + bar.figure());
      text(svg, "label", left - GAP, top, bar.shortLabel());
      svg.raw(
          format(
              "<rect x=\"%.1f\" y=\"%d\" width=\"%.1f\" height=\"%d\" rx=\"2\"/>",
              left, top + (ROW - BAR_HEIGHT) / 2, length, BAR_HEIGHT));
      text(svg, "figure", left + length + GAP / 2.0, top, bar.figure());
      svg.raw("</g>\n");
    }
    return svg.raw("</svg>\n").toString();
  }

  private static void text(Markup svg, String cssClass, double x, int top, String text) {
    svg.raw(
        format(
            "<text class=\"%s\" x=\"%.1f\" y=\"%d\">",
            cssClass, x, top + ROW / 2 + BASELINE / 2 - 1));
    svg.text(text).raw("</text>");
  }

  private static String format(String format, Object... args) {
    return String.format(Locale.ROOT, format, args);
  }
}
