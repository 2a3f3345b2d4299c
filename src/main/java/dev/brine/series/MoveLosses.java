package dev.brine.series;

import dev.brine.expr.AliasedReturnsRows;
import dev.brine.expr.BinaryExpression;
import dev.brine.expr.BindParameter;
import dev.brine.expr.ClauseElement;
import dev.brine.expr.ColumnElement;
import dev.brine.expr.ColumnRef;
import dev.brine.expr.CompoundSelect;
import dev.brine.expr.Constant;
import dev.brine.expr.ElementKey;
import dev.brine.expr.FromClause;
import dev.brine.expr.Label;
import dev.brine.expr.LabelStyle;
import dev.brine.expr.Select;
import dev.brine.expr.StandardOperator;
import dev.brine.expr.TableRef;
import dev.brine.schema.QuotedName;
import dev.brine.schema.TypeName;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What two series say in the same words and do not mean alike. Stateless. */
final class MoveLosses {

  /** Nothing is known of the columns of tables that are not described. */
  private static final Set<TypeName> MAY_ROUND = Set.of(TypeName.INTEGER_, TypeName.NULL_TYPE);

  private MoveLosses() {}

  /** A quotient of what may be integers. */
  static List<Loss> of(BinaryExpression binary) {
    List<TypeName> sides =
        Stream.of(binary.left(), binary.right()).map(side -> side.type().affinity()).toList();
    if (binary.operator() != StandardOperator.TRUEDIV || !MAY_ROUND.containsAll(sides)) {
      return List.of();
    }
    boolean isCertain = !sides.contains(TypeName.NULL_TYPE);
    String where = "%s / %s".formatted(text(binary.left()), text(binary.right()));
    return List.of(new Loss(Loss.Kind.TRUE_DIVISION, isCertain, where));
  }

  /**
   * The first column that a SELECT has twice, by itself or by what it selects from. Columns of a
   * subquery are told apart by their names up to 1.3, which from 1.4 on differ.
   */
  static List<Loss> of(Select select) {
    Set<Object> met = new HashSet<>();
    return select.columns().stream()
        .flatMap(MoveLosses::identified)
        .filter(column -> !(column.element() instanceof Constant) && !met.add(column.identity()))
        .map(column -> new Loss(Loss.Kind.REPEATED_COLUMN, true, text(column.element())))
        .limit(1)
        .toList();
  }

  /** What is about the move of a dump from one of these series to another. */
  static List<Loss> onTheWay(Set<Loss> all, SeriesRange from, DumpTarget target) {
    return all.stream()
        .filter(loss -> isPassed(loss.kind(), from, target))
        .map(
            loss ->
                new Loss(loss.kind(), loss.isCertain() && isSure(loss.kind(), from), loss.where()))
        .toList();
  }

  private static boolean isPassed(Loss.Kind kind, SeriesRange from, DumpTarget target) {
    return target.series().stream()
        .anyMatch(to -> kind.isSince(to) ? !kind.isSince(from.first()) : kind.isSince(from.last()));
  }

  private static boolean isSure(Loss.Kind kind, SeriesRange from) {
    return kind.isSince(from.first()) == kind.isSince(from.last());
  }

  /** What an entry of the columns stands for, unless it is of another kind. */
  private static Stream<Identified> identified(ClauseElement entry) {
    return entry instanceof AliasedReturnsRows alias
        ? entries(alias.element()).flatMap(MoveLosses::plain).map(column -> named(alias, column))
        : plain(entry).map(column -> new Identified(column, ElementKey.of(column)));
  }

  /** What a subquery selects under names of its own; what that selects is looked at there. */
  private static Stream<ClauseElement> entries(ClauseElement statement) {
    if (statement instanceof CompoundSelect compound) {
      return entries(compound.selects().get(0));
    }
    return statement instanceof Select inner && inner.labelStyle() != LabelStyle.TABLENAME_PLUS_COL
        ? inner.columns().stream()
        : Stream.empty();
  }

  private static Stream<? extends ColumnElement> plain(ClauseElement entry) {
    if (entry instanceof ColumnElement column) {
      return Stream.of(column);
    }
    return entry instanceof TableRef table ? table.columns().stream() : Stream.empty();
  }

  private static Identified named(FromClause from, ColumnElement column) {
    String name = name(column);
    return new Identified(column, name == null ? column : List.of(ElementKey.of(from), name));
  }

  private static @Nullable String name(ColumnElement element) {
    if (element instanceof ColumnRef column) {
      return column.key();
    }
    return element instanceof Label label && label.name() instanceof QuotedName name
        ? name.text()
        : null;
  }

  /**
   * @param identity equal to that of another which is the same to SQLAlchemy
   */
  private record Identified(ColumnElement element, Object identity) {}

  private static String text(ColumnElement element) {
    if (element instanceof ColumnRef column) {
      String table = column.table() instanceof TableRef of ? of.table().key() + "." : "";
      return table + column.key();
    }
    if (element instanceof BindParameter bind) {
      return String.valueOf(bind.value());
    }
    String name = name(element);
    return name == null ? "…" : name;
  }
}
