package dev.brine.expr;

import static dev.brine.expr.ValuePrinter.quoted;
import static dev.brine.expr.ValuePrinter.value;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Prints SELECT, set operations and CTEs, as {@code printer.py} does. */
final class SelectPrinter {

  private final Function<ClauseElement, String> tree;

  SelectPrinter(Function<ClauseElement, String> tree) {
    this.tree = tree;
  }

  String select(Select select) {
    List<String> parts = new ArrayList<>();
    addMany(parts, "columns", select.columns());
    addMany(parts, "where", select.where());
    addMany(parts, "from", select.from());
    if (!select.setupJoins().isEmpty()) {
      parts.add(
          select.setupJoins().stream()
              .map(this::setupJoin)
              .collect(Collectors.joining(", ", "joins=[", "]")));
    }
    addMany(parts, "group_by", select.groupBy());
    addMany(parts, "having", select.having());
    addTail(parts, select);
    if (select.isDistinct()) {
      parts.add("distinct");
    }
    addMany(parts, "distinct_on", select.distinctOn());
    if (!select.correlation().isAutomatic()) {
      parts.add("correlate=" + many(select.correlation().to()));
    }
    if (select.correlation().except() != null) {
      parts.add("except=" + many(select.correlation().except()));
    }
    addOptions(parts, select);
    return "select(" + String.join(", ", parts) + ")";
  }

  private void addTail(List<String> parts, GenerativeSelect<?> select) {
    addMany(parts, "order_by", select.orderBy());
    SelectTail tail = select.tail();
    if (tail.limit() != null) {
      parts.add("limit=" + tree.apply(tail.limit()));
    }
    if (tail.offset() != null) {
      parts.add("offset=" + tree.apply(tail.offset()));
    }
    Fetch fetch = tail.fetch();
    if (fetch != null) {
      parts.add(
          "fetch="
              + tree.apply(fetch.count())
              + TreePrinter.flag(fetch.isPercent(), " percent")
              + TreePrinter.flag(fetch.hasTies(), " with ties"));
    }
    ForUpdate lock = tail.forUpdate();
    if (lock != null) {
      parts.add(
          "for_update=["
              + TreePrinter.flag(lock.isRead(), "read ")
              + TreePrinter.flag(lock.isNoWait(), "nowait ")
              + TreePrinter.flag(lock.isSkipLocked(), "skip_locked ")
              + TreePrinter.flag(lock.isKeyShare(), "key_share ")
              + "of "
              + many(lock.of())
              + "]");
    }
  }

  private void addOptions(List<String> parts, GenerativeSelect<?> select) {
    StatementOptions options = select.options();
    addAffixes(parts, "prefixes", options.prefixes());
    addAffixes(parts, "suffixes", options.suffixes());
    options
        .hints()
        .forEach(
            hint ->
                parts.add(
                    "hint=%s %s %s"
                        .formatted(tree.apply(hint.from()), hint.dialect(), quoted(hint.text()))));
    options
        .statementHints()
        .forEach(
            hint ->
                parts.add("statement_hint=%s %s".formatted(hint.dialect(), quoted(hint.text()))));
    options
        .ctes()
        .forEach(
            cte ->
                parts.add(
                    "add_cte="
                        + tree.apply(cte.cte())
                        + TreePrinter.flag(cte.isNestedHere(), " nested here")));
    new TreeMap<>(options.executionOptions())
        .forEach((key, given) -> parts.add("execution_option=" + key + " " + value(given)));
    if (select.labelStyle() != LabelStyle.DISAMBIGUATE_ONLY) {
      parts.add("label_style=LABEL_STYLE_" + select.labelStyle());
    }
  }

  private void addAffixes(List<String> parts, String key, List<Affix> affixes) {
    affixes.forEach(
        affix -> parts.add(key + "=" + tree.apply(affix.text()) + " for " + affix.dialect()));
  }

  private void addMany(List<String> parts, String key, List<? extends ClauseElement> elements) {
    if (!elements.isEmpty()) {
      parts.add(key + "=" + many(elements));
    }
  }

  String compound(CompoundSelect select) {
    List<String> parts = new ArrayList<>();
    addMany(parts, "selects", select.selects());
    addMany(parts, "group_by", select.groupBy());
    addTail(parts, select);
    addOptions(parts, select);
    return "compound(" + select.keyword() + ", " + String.join(", ", parts) + ")";
  }

  String cte(Cte cte) {
    List<String> parts = new ArrayList<>();
    parts.add(tree.apply(cte.element()));
    parts.add(TreePrinter.name(cte.name()));
    if (cte.isRecursive()) {
      parts.add("recursive");
    }
    if (cte.isNesting()) {
      parts.add("nesting");
    }
    if (cte.aliased() != null) {
      parts.add("alias of " + tree.apply(cte.aliased()));
    }
    if (cte.restated() != null) {
      parts.add("restates " + tree.apply(cte.restated()));
    }
    addAffixes(parts, "prefixes", cte.prefixes());
    addAffixes(parts, "suffixes", cte.suffixes());
    return "cte(" + String.join(", ", parts) + ")";
  }

  private String setupJoin(SetupJoin join) {
    return "%sjoin(%s%s%s)"
        .formatted(
            TreePrinter.joinKind(join.isOuter(), join.isFull()),
            tree.apply(join.target()),
            join.onclause() == null ? "" : ", on " + tree.apply(join.onclause()),
            join.left() == null ? "" : ", from " + tree.apply(join.left()));
  }

  private String many(List<? extends ClauseElement> elements) {
    return elements.stream()
        .map(element -> tree.apply(element))
        .collect(Collectors.joining(", ", "[", "]"));
  }
}
