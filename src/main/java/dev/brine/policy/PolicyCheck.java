package dev.brine.policy;

import dev.brine.error.ForbiddenStatementException;
import dev.brine.expr.AliasedEntity;
import dev.brine.expr.AliasedReturnsRows;
import dev.brine.expr.ClauseElement;
import dev.brine.expr.ColumnElement;
import dev.brine.expr.ColumnRef;
import dev.brine.expr.DmlStatement;
import dev.brine.expr.ExecutableOption;
import dev.brine.expr.FromClause;
import dev.brine.expr.FunctionCall;
import dev.brine.expr.GenerativeSelect;
import dev.brine.expr.Load;
import dev.brine.expr.MappedAttribute;
import dev.brine.expr.MappedClass;
import dev.brine.expr.MappedEntity;
import dev.brine.expr.NextValue;
import dev.brine.expr.OrmEntity;
import dev.brine.expr.Query;
import dev.brine.expr.Select;
import dev.brine.expr.StatementOptions;
import dev.brine.expr.TableClause;
import dev.brine.expr.TableRef;
import dev.brine.mapping.Mapper;
import dev.brine.pickle.PythonTuple;
import dev.brine.schema.QuotedName;
import dev.brine.schema.SqlType;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Looks at each part of a loaded structure once, whatever its depth. Not thread-safe. */
final class PolicyCheck {

  private final LoadPolicy policy;
  private final Set<Object> seen = Collections.newSetFromMap(new IdentityHashMap<>());
  private final Deque<ClauseElement> pending = new ArrayDeque<>();
  private final RawSqlCheck rawSql = new RawSqlCheck();

  PolicyCheck(LoadPolicy policy) {
    this.policy = policy;
  }

  void check(@Nullable Object loaded) {
    Deque<Object> roots = new ArrayDeque<>();
    addAll(roots, Collections.singletonList(loaded));
    while (!roots.isEmpty()) {
      Object root = roots.pop();
      if (root instanceof PythonTuple tuple) {
        addAll(roots, tuple.elements());
      } else if (root instanceof List<?> list) {
        addAll(roots, list);
      } else if (root instanceof Map<?, ?> map) {
        addAll(roots, map.keySet());
        addAll(roots, map.values());
      } else {
        checkPart(root);
      }
    }
  }

  private static void addAll(Deque<Object> roots, Collection<?> more) {
    more.stream().filter(Objects::nonNull).forEach(roots::add);
  }

  private void checkPart(Object loaded) {
    if (loaded instanceof ExecutableOption option) {
      pending.addAll(option.children());
      option(option);
    } else if (loaded instanceof SqlType type && !policy.rawSql()) {
      rawSql.type(type);
    } else if (loaded instanceof ClauseElement element) {
      pending.add(element);
    }
    while (!pending.isEmpty()) {
      ClauseElement element = pending.pop();
      if (seen.add(element)) {
        element(element);
      }
    }
  }

  private void element(ClauseElement element) {
    if (!policy.rawSql()) {
      rawSql.check(element);
    }
    if (!policy.changes()) {
      change(element);
    }
    if (element instanceof FunctionCall call) {
      function(call);
    }
    names(element);
    options(element);
    if (!(element instanceof MappedAttribute) && !isCountOfRows(element)) {
      pending.addAll(element.children());
    }
  }

  private void options(ClauseElement element) {
    StatementOptions options = optionsOf(element);
    if (!policy.rawSql()) {
      RawSqlCheck.hints(options);
    }
    options.orm().loaderOptions().forEach(this::option);
  }

  private static StatementOptions optionsOf(ClauseElement element) {
    if (element instanceof GenerativeSelect<?> select) {
      return select.options();
    }
    if (element instanceof DmlStatement<?> change) {
      return change.clauses().options();
    }
    return element instanceof Query query ? query.clauses().options() : StatementOptions.NONE;
  }

  // --- changes

  private static void change(ClauseElement element) {
    if (element instanceof DmlStatement<?>) {
      String kind = element.getClass().getSimpleName().toUpperCase(Locale.ROOT);
      throw forbidden(kind, "what changes rows");
    }
    if (element instanceof NextValue next) {
      throw forbidden(
          "the next value of " + next.sequence().name().text(), "what moves a sequence on");
    }
    if (element instanceof GenerativeSelect<?> select && select.tail().forUpdate() != null) {
      throw forbidden("FOR UPDATE", "what locks rows");
    }
  }

  // --- names

  private void function(FunctionCall call) {
    Set<String> allowed = policy.functions();
    String name = String.join(".", call.packageNames());
    name = (name.isEmpty() ? "" : name + ".") + call.name();
    if (allowed != null && !allowed.contains(name.toLowerCase(Locale.ROOT))) {
      throw forbidden("the function " + name, "it");
    }
  }

  /** {@code count(*)}, which names no column. */
  private static boolean isCountOfRows(ClauseElement element) {
    return element instanceof FunctionCall call
        && call.name().text().equalsIgnoreCase("count")
        && call.arguments().size() == 1
        && isEveryColumn(call.arguments().get(0));
  }

  private static boolean isEveryColumn(ClauseElement element) {
    return element instanceof ColumnRef column && column.isLiteral() && column.key().equals("*");
  }

  private void names(ClauseElement element) {
    if (policy.tables() == null && policy.columns() == null) {
      return;
    }
    if (element instanceof TableRef || element instanceof TableClause) {
      table((FromClause) element);
    } else if (element instanceof ColumnRef column) {
      column(column);
    } else if (element instanceof Select select) {
      select.columns().forEach(this::wholeTable);
    } else if (element instanceof MappedAttribute attribute) {
      attribute(attribute);
    } else if (element instanceof MappedClass mapped) {
      entity(mapped.entity(), true);
    } else if (element instanceof AliasedEntity aliased) {
      entity(aliased.entity(), true);
      aliased.polymorphic().forEach(each -> entity(each, true));
    }
  }

  private void table(FromClause table) {
    String name = name(table);
    if (policy.tables() != null && !policy.tables().contains(name)) {
      throw forbidden("the table " + name, "it");
    }
  }

  private static String name(FromClause table) {
    QuotedName own =
        table instanceof TableRef ref ? ref.table().name() : ((TableClause) table).name();
    QuotedName schema = table.schema();
    return schema == null ? own.text() : schema.text() + "." + own.text();
  }

  /** A table where a column may stand is all of its columns. */
  private void wholeTable(ClauseElement selected) {
    ClauseElement source = source(selected);
    if (source instanceof TableRef || source instanceof TableClause) {
      ((FromClause) source).columns().forEach(this::column);
    }
  }

  /** What goes by other names. */
  private static @Nullable ClauseElement source(@Nullable ClauseElement named) {
    ClauseElement source = named;
    while (source instanceof AliasedReturnsRows alias) {
      source = alias.element();
    }
    return source;
  }

  private void column(ColumnRef column) {
    if (policy.columns() != null && isEveryColumn(column)) {
      throw forbidden("*", "all columns");
    }
    ClauseElement source = source(column.table());
    if (policy.columns() == null
        || !(source instanceof TableRef || source instanceof TableClause)) {
      return;
    }
    FromClause table = (FromClause) source;
    String own =
        table instanceof TableRef ref
            ? ref.table().column(column.key()).name().text()
            : column.key();
    String name = name(table) + "." + own;
    if (!policy.columns().contains(name)) {
      throw forbidden("the column " + name, "it");
    }
  }

  private void attribute(MappedAttribute attribute) {
    OrmEntity parent = attribute.parent();
    MappedEntity entity =
        parent instanceof AliasedEntity aliased
            ? aliased.entity()
            : parent instanceof MappedClass mapped ? mapped.entity() : null;
    if (entity != null) {
      entity(entity, false);
      ColumnElement expression = entity.expression(attribute.key());
      if (expression != null) {
        pending.add(expression);
      }
      target(entity, attribute.key());
    }
    pending.addAll(attribute.extraCriteria());
    if (attribute.ofType() != null) {
      pending.add(attribute.ofType());
    }
  }

  /**
   * @param isWhole whether all its columns are loaded
   */
  private void entity(MappedEntity entity, boolean isWhole) {
    pending.add(entity.selectable());
    if (isWhole) {
      entity.columns().forEach(each -> pending.add(each.expression()));
    }
  }

  private void option(ExecutableOption option) {
    if (option instanceof Load load && (policy.tables() != null || policy.columns() != null)) {
      load.elements()
          .forEach(
              element ->
                  element
                      .path()
                      .steps()
                      .forEach(
                          step -> {
                            entity(step.entity(), false);
                            target(step.entity(), step.key());
                          }));
    }
  }

  /** Where a relationship leads. */
  private void target(MappedEntity entity, @Nullable String key) {
    Mapper target = key != null && entity instanceof Mapper mapper ? mapper.target(key) : null;
    if (target != null) {
      entity(target, true);
    }
  }

  static ForbiddenStatementException forbidden(String what, String kind) {
    return new ForbiddenStatementException(
        "the dump holds %s, and the policy does not allow %s".formatted(what, kind),
        "load it under a policy that does, if you trust whoever wrote it");
  }
}
