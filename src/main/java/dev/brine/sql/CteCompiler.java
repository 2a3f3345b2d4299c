package dev.brine.sql;

import dev.brine.error.CompileException;
import dev.brine.expr.Cte;
import dev.brine.expr.ElementNames;
import dev.brine.expr.IndependentCte;
import dev.brine.expr.LabelName;
import dev.brine.expr.SelectNames;
import dev.brine.expr.SelectedColumn;
import dev.brine.expr.Values;
import dev.brine.sql.Scope.Place;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** CTEs: {@code visit_cte} of SQLAlchemy's compiler (rel_2_0_52, {@code sql/compiler.py}). */
final class CteCompiler {

  private final StatementCompiler compiler;
  private final Compilation compilation;
  private final SelectCompiler selects;

  CteCompiler(StatementCompiler compiler, Compilation compilation, SelectCompiler selects) {
    this.compiler = compiler;
    this.compilation = compilation;
    this.selects = selects;
  }

  /** Those that a statement has whether it refers to them or not. */
  void independent(List<IndependentCte> ctes) {
    Scope scope = compiler.scope().from(false);
    for (IndependentCte each : ctes) {
      compiler.within(scope, () -> reference(each.cte(), each.isNestedHere()));
    }
  }

  Fragment reference(Cte cte) {
    return reference(cte, false);
  }

  /** The name of a CTE behind FROM, after it was written for the WITH clause if it was not yet. */
  private Fragment reference(Cte cte, boolean isNestedHere) {
    Scope scope = compiler.scope();
    String name = name(cte);
    CteTable table = compilation.ctes();
    int depth = compilation.stack().depth();
    Cte holder = table.holder(cte, name, depth, isNestedHere);
    boolean isNew = isNew(cte, holder, name);
    if (isNew) {
      table.place(cte, name, depth, isNestedHere);
      Fragment alone = write(cte, scope);
      if (alone != null) {
        return alone;
      }
    }
    if (!scope.isFrom()) {
      return nothing(cte, scope);
    }
    boolean isWithinItself = !isNew && isSame(holder, scope.visitedCte());
    Cte aliased = cte.aliased();
    return aliased == null || isWithinItself
        ? Fragment.of(quoted(cte))
        : Fragment.of(quoted(aliased), compilation.rules().asAlias(), quoted(cte));
  }

  private static Fragment nothing(Cte cte, Scope scope) {
    if (scope.is(Place.NAME_ONLY)) {
      throw new CompileException(
          "the CTE '" + cte.name().text() + "' cannot be named in FOR UPDATE OF or in a hint",
          "name a table");
    }
    return Fragment.EMPTY;
  }

  @SuppressWarnings("ReferenceEquality") // two equal CTEs are still two
  private static boolean isSame(@Nullable Cte one, @Nullable Cte other) {
    return one == other;
  }

  /** Whether it must be written, which the one that has its place may be already. */
  private boolean isNew(Cte cte, @Nullable Cte holder, String name) {
    if (holder == null) {
      return true;
    }
    if (isSame(cte, holder) || isSame(cte, holder.restated())) {
      return false;
    }
    if (isSame(holder, cte.restated())) {
      compilation.ctes().discard(holder);
      return true;
    }
    throw new CompileException(
        "Multiple, unrelated CTEs found with the same name: '" + name + "'",
        "give one of them another name");
  }

  /** Writes a CTE for the WITH clause; by itself, outside of any statement, what is in it. */
  private @Nullable Fragment write(Cte cte, Scope scope) {
    Scope inside = scope.visiting(cte).hinted(Map.of()).without(Place.FROM, Place.NAME_ONLY);
    Cte aliased = cte.aliased();
    CteTable table = compilation.ctes();
    if (aliased != null) {
      if (!table.isWritten(aliased)) {
        compiler.within(inside, () -> reference(aliased));
      }
      return null;
    }
    if (compilation.stack().isEmpty()) {
      return compiler.compile(cte.element(), inside.from(scope.isFrom()));
    }
    table.write(cte, compiler.within(inside, () -> definition(cte)));
    return null;
  }

  private Fragment definition(Cte cte) {
    Fragment name = Fragment.of(quoted(cte), hasColumns(cte) ? columns(cte) : "");
    Fragment prefixes = selects.affixes(cte.prefixes());
    Fragment inner = compiler.compile(cte.element(), compiler.scope().from(true));
    return Fragment.of(
        name,
        " AS ",
        prefixes,
        prefixes.isEmpty() ? "\n(" : " \n(",
        inner,
        ")",
        selects.suffixes(cte.suffixes()));
  }

  /** Whether the names of its columns are written: what is in a VALUES has no others. */
  private static boolean hasColumns(Cte cte) {
    return cte.isRecursive() || cte.element() instanceof Values;
  }

  /** The names of its columns, which databases want of a recursive one. */
  private Fragment columns(Cte cte) {
    ElementNames names = compilation.elementNames();
    List<SelectedColumn> columns =
        new SelectNames(names, cte.element().labelStyle()).printed(cte.element().selectedColumns());
    return Fragment.of(
        "(",
        Fragment.join(
            ", ",
            columns.stream().filter(column -> !column.isRepeated()).toList(),
            column -> Fragment.of(columnName(column))),
        ")");
  }

  private String columnName(SelectedColumn column) {
    LabelName label = column.fallback();
    return quote(label == null ? LabelName.plain(column.key()) : label, NameMap.Kind.COLUMN);
  }

  private String name(Cte cte) {
    return compilation.names().printed(NameMap.Kind.ALIAS, LabelName.of(cte.name())).text();
  }

  private String quoted(Cte cte) {
    return quote(LabelName.of(cte.name()), NameMap.Kind.ALIAS);
  }

  private String quote(LabelName name, NameMap.Kind kind) {
    return compilation.rules().identifiers().quote(compilation.names().printed(kind, name));
  }
}
