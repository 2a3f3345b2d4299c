package dev.brine.sql;

import dev.brine.error.CompileException;
import dev.brine.expr.Assignment;
import dev.brine.expr.ColumnElement;
import dev.brine.expr.Insert;
import dev.brine.expr.LabelName;
import dev.brine.expr.OnConflict;
import dev.brine.schema.Name;
import dev.brine.schema.QuotedName;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** ON CONFLICT, as PostgreSQL and SQLite have it (rel_2_0_58, {@code dialects/…/base.py}). */
final class OnConflictCompiler {

  private final StatementCompiler compiler;
  private final Compilation compilation;
  private final Insert insert;
  private final boolean knowsConstraints;

  /**
   * @param knowsConstraints whether a constraint may be named, as on PostgreSQL; SQLite, which
   *     takes no parameters in the condition of an index either, is not told of it
   */
  OnConflictCompiler(DmlCompiler c, Insert insert, boolean knowsConstraints) {
    this.compiler = c.compiler();
    this.compilation = c.compilation();
    this.insert = insert;
    this.knowsConstraints = knowsConstraints;
  }

  Fragment compile(OnConflict clause) {
    if (clause instanceof OnConflict.DoUpdate update) {
      Fragment target = target(update.target());
      return Fragment.of(
          "ON CONFLICT ", target, " DO UPDATE SET ", set(update.set()), where(update.where()));
    }
    Fragment target = target(((OnConflict.DoNothing) clause).target());
    return target.isEmpty()
        ? Fragment.of("ON CONFLICT DO NOTHING")
        : Fragment.of("ON CONFLICT ", target, " DO NOTHING");
  }

  private String quote(String name) {
    return compilation.rules().identifiers().quote(Name.of(name));
  }

  /** A name that was made may be cut, as it was when the table was created; no other is. */
  private String constraint(OnConflict.Target target) {
    String name = Objects.requireNonNull(target.constraint());
    int longest = compilation.rules().maxIdentifierLength();
    if (name.length() <= longest) {
      return name;
    }
    if (!target.isGenerated()) {
      throw new CompileException(
          "Identifier '%s' exceeds maximum length of %d characters".formatted(name, longest),
          "name the constraint shorter, or name its columns");
    }
    return ConstraintNames.cut(name, longest);
  }

  private Fragment target(OnConflict.Target target) {
    if (target.constraint() != null && knowsConstraints) {
      return Fragment.of("ON CONSTRAINT " + quote(constraint(target)));
    }
    List<Object> elements = target.elements();
    if (elements == null) {
      return Fragment.EMPTY;
    }
    Fragment listed =
        Fragment.join(
            ", ",
            elements,
            each ->
                each instanceof ColumnElement element
                    ? compiler.compile(
                        element,
                        Scope.TOP.qualifying(Qualifying.NONE).with(Scope.Place.BARE_TABLES, true))
                    : Fragment.of(quote((String) each)));
    ColumnElement where = target.where();
    if (where == null) {
      return Fragment.of("(", listed, ")");
    }
    Scope scope = compiler.scope().qualifying(Qualifying.NONE).with(Scope.Place.BARE_TABLES, true);
    Fragment condition = compiler.compile(where, knowsConstraints ? scope : scope.literalExecute());
    return Fragment.of("(", listed, ") WHERE ", condition);
  }

  /** Columns in the order of the table, then what is no column of it. */
  private Fragment set(List<Assignment> assignments) {
    Map<String, Assignment> byKey = new LinkedHashMap<>();
    assignments.forEach(each -> byKey.put(String.valueOf(each.key()), each));
    List<Fragment> written = new ArrayList<>();
    Scope scope = compiler.scope().with(Scope.Place.BARE_TABLES, true);
    for (DmlColumn column : DmlColumn.of(insert.table())) {
      Assignment assignment = byKey.remove(column.key());
      if (assignment != null) {
        String name = compilation.rules().identifiers().quote(columnName(column));
        Fragment value =
            compiler.within(scope, () -> DmlValues.compile(compiler, assignment, column.type()));
        written.add(Fragment.of(name, " = ", value));
      }
    }
    byKey.values().forEach(each -> written.add(unknown(each, scope)));
    return Fragment.join(", ", written, each -> each);
  }

  private QuotedName columnName(DmlColumn column) {
    return compilation.names().printed(NameMap.Kind.COLUMN, LabelName.of(column.ref().name()));
  }

  private Fragment unknown(Assignment assignment, Scope scope) {
    ColumnElement column = assignment.column();
    Fragment name =
        column == null
            ? Fragment.of(quote(String.valueOf(assignment.name())))
            : compiler.compile(column, Scope.TOP.with(Scope.Place.BARE_TABLES, true));
    Fragment value = compiler.within(scope, () -> DmlValues.ofUnknown(compiler, assignment));
    return Fragment.of(name, " = ", value);
  }

  private Fragment where(@Nullable ColumnElement condition) {
    return condition == null
        ? Fragment.EMPTY
        : Fragment.of(
            " WHERE ",
            compiler.compile(condition, compiler.scope().with(Scope.Place.BARE_TABLES, true)));
  }
}
