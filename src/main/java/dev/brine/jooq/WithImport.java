package dev.brine.jooq;

import dev.brine.error.JooqImportException;
import dev.brine.expr.Affix;
import dev.brine.expr.Cte;
import java.util.ArrayList;
import java.util.List;
import org.jooq.CommonTableExpression;
import org.jooq.DSLContext;
import org.jooq.DerivedColumnList;
import org.jooq.Name;
import org.jooq.ResultQuery;
import org.jooq.SQLDialect;
import org.jooq.WithStep;
import org.jooq.impl.DSL;
import org.jooq.impl.QOM;
import org.jspecify.annotations.Nullable;

/** WITH clauses: each query in one becomes a CTE that later ones and the statement may name. */
final class WithImport {

  /** The databases that know whether a CTE is to be computed once, as SQLAlchemy calls them. */
  private static final List<String> MATERIALIZING = List.of("postgresql", "sqlite");

  private final ImportScope scope;
  private final SQLDialect dialect;

  WithImport(ImportScope scope, SQLDialect dialect) {
    this.scope = scope;
    this.dialect = dialect;
  }

  /** Where the mirror of a statement with such a clause starts. */
  WithStep start(QOM.With with) {
    DSLContext dsl = DSL.using(SQLDialect.DEFAULT);
    List<CommonTableExpression<?>> mirrors = new ArrayList<>();
    for (CommonTableExpression<?> each : with.$commonTableExpressions()) {
      mirrors.add(read(each, with.$recursive()));
    }
    return with.$recursive() ? dsl.withRecursive(mirrors) : dsl.with(mirrors);
  }

  /** The CTEs of a clause that nothing in the statement refers to. */
  Cte[] unused(QOM.@Nullable With with) {
    List<Cte> unused = new ArrayList<>();
    if (with != null) {
      for (CommonTableExpression<?> each : with.$commonTableExpressions()) {
        String name = name(each);
        Cte cte = scope.isUsedCte(name) ? null : scope.cte(name);
        if (cte != null) {
          unused.add(cte);
        }
      }
    }
    return unused.toArray(Cte[]::new);
  }

  private static String name(CommonTableExpression<?> table) {
    return JooqNames.text(table.$derivedColumnList().$tableName());
  }

  private CommonTableExpression<?> read(CommonTableExpression<?> table, boolean isRecursive) {
    DerivedColumnList header = table.$derivedColumnList();
    String name = name(table);
    List<String> columns =
        header.$columnNames().stream().map(Name::last).map(String::valueOf).toList();
    ResultQuery<?> query = table.$query();
    Cte cte;
    ResultQuery<?> mirror;
    if (query instanceof org.jooq.Select<?> select) {
      SelectImport reader = new SelectImport(scope.apart(), dialect);
      SelectImport.CteTwin read = reader.readCte(select, name, columns, isRecursive);
      cte = read.element();
      mirror = read.mirror();
    } else if (columns.isEmpty()) {
      ChangeImport.ChangeTwin read = new ChangeImport(scope.apart(), dialect).read(query);
      cte = read.element().cte(name);
      mirror = (ResultQuery<?>) read.mirror();
    } else {
      throw new JooqImportException(
          "a list of columns for an INSERT, UPDATE or DELETE in WITH cannot be imported",
          "give the RETURNING expressions aliases");
    }
    scope.declareCte(name, materialized(scope.isNested() ? cte.nesting() : cte, table));
    return named(header, mirror, table.$materialized());
  }

  private static Cte materialized(Cte cte, CommonTableExpression<?> table) {
    QOM.Materialized how = table.$materialized();
    if (how == null) {
      return cte;
    }
    String text = how == QOM.Materialized.MATERIALIZED ? "MATERIALIZED" : "NOT MATERIALIZED";
    return cte.prefixWith(
        MATERIALIZING.stream().map(dialect -> Affix.of(text, dialect)).toArray(Affix[]::new));
  }

  private static CommonTableExpression<?> named(
      DerivedColumnList header, ResultQuery<?> query, QOM.@Nullable Materialized how) {
    Name[] columns = header.$columnNames().toArray(Name[]::new);
    DerivedColumnList list = header.$tableName().fields(columns);
    if (how == null) {
      return list.as(query);
    }
    return how == QOM.Materialized.MATERIALIZED
        ? list.asMaterialized(query)
        : list.asNotMaterialized(query);
  }
}
