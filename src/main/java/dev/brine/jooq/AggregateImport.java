package dev.brine.jooq;

import dev.brine.error.JooqImportException;
import dev.brine.expr.ColumnElement;
import dev.brine.expr.FunctionCall;
import dev.brine.expr.Functions;
import dev.brine.expr.Postgresql;
import dev.brine.expr.WindowFunction;
import dev.brine.expr.WithinGroup;
import dev.brine.jooq.SortImport.SortTwin;
import dev.brine.schema.SqlType;
import dev.brine.schema.Types;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jooq.AggregateFilterStep;
import org.jooq.AggregateFunction;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.OrderField;
import org.jooq.OrderedAggregateFunction;
import org.jooq.QueryPart;
import org.jooq.SQLDialect;
import org.jooq.SortField;
import org.jooq.impl.DSL;
import org.jooq.impl.QOM;
import org.jspecify.annotations.Nullable;

/** Aggregates, with FILTER, WITHIN GROUP and OVER; see {@link FieldImport}. */
// Class literals have no type arguments, and jOOQ's accessors give wildcards that only jOOQ can
// match up again.
@SuppressWarnings({"rawtypes", "unchecked"})
final class AggregateImport {

  /** Ordered-set aggregates: jOOQ makes them by methods of their own. */
  private static final Map<String, Function<Field[], OrderedAggregateFunction<?>>> ORDERED =
      Map.of(
          "percentile_cont", arguments -> DSL.percentileCont(arguments[0]),
          "percentile_disc", arguments -> DSL.percentileDisc(arguments[0]),
          "rank", arguments -> DSL.rank((Field<?>[]) arguments),
          "dense_rank", arguments -> DSL.denseRank((Field<?>[]) arguments),
          "percent_rank", arguments -> DSL.percentRank((Field<?>[]) arguments),
          "cume_dist", arguments -> DSL.cumeDist((Field<?>[]) arguments));

  /** The aggregates of jOOQ's object model. */
  private static final List<Class<?>> KINDS =
      Stream.<Class<?>>of(QOM.class.getDeclaredClasses())
          .filter(AggregateFunction.class::isAssignableFrom)
          .toList();

  private final FieldImport fields;

  AggregateImport(FieldImport fields) {
    this.fields = fields;
  }

  void register(Handlers<Twin<Field>> handlers) {
    plain(handlers);
    ofPairs(handlers);
    handlers
        .on(QOM.Count.class, this::count)
        .on(QOM.BoolAnd.class, f -> of(f, "bool_and", f.$condition(), DSL::boolAnd))
        .on(QOM.BoolOr.class, f -> of(f, "bool_or", f.$condition(), DSL::boolOr))
        .on(QOM.Mode.class, this::mode)
        .on(QOM.ArrayAgg.class, this::arrayAgg);
  }

  /** Those that jOOQ has no class for. */
  void registerNamed(Handlers<Twin<Field>> handlers) {
    handlers.onWhere(
        AggregateFunction.class,
        part -> KINDS.stream().noneMatch(kind -> kind.isInstance(part)),
        this::named);
  }

  private Twin<Field> mode(QOM.Mode<?> mode) {
    Twin<Field> read = fields.read(mode.$field());
    return finished(
        mode,
        Functions.func("mode", JooqTypes.of(mode.getDataType())).withinGroup(read.element()),
        DSL.mode(read.mirror()));
  }

  private void plain(Handlers<Twin<Field>> handlers) {
    handlers
        .on(
            QOM.Sum.class,
            f -> of(f, "sum", null, f.$field(), f.$distinct() ? DSL::sumDistinct : DSL::sum))
        .on(
            QOM.Min.class,
            f -> of(f, "min", null, f.$field(), f.$distinct() ? DSL::minDistinct : DSL::min))
        .on(
            QOM.Max.class,
            f -> of(f, "max", null, f.$field(), f.$distinct() ? DSL::maxDistinct : DSL::max))
        .on(
            QOM.Avg.class,
            f -> of(f, "avg", null, f.$field(), f.$distinct() ? DSL::avgDistinct : DSL::avg))
        .on(QOM.StddevPop.class, f -> number(f, "stddev_pop", f.$field(), DSL::stddevPop))
        .on(QOM.StddevSamp.class, f -> number(f, "stddev_samp", f.$field(), DSL::stddevSamp))
        .on(QOM.VarPop.class, f -> number(f, "var_pop", f.$field(), DSL::varPop))
        .on(QOM.VarSamp.class, f -> number(f, "var_samp", f.$field(), DSL::varSamp))
        .on(QOM.BitAndAgg.class, f -> same(f, "bit_and", f.$value(), DSL::bitAndAgg))
        .on(QOM.BitOrAgg.class, f -> same(f, "bit_or", f.$value(), DSL::bitOrAgg))
        .on(QOM.BitXorAgg.class, f -> same(f, "bit_xor", f.$value(), DSL::bitXorAgg))
        .on(QOM.AnyValue.class, f -> same(f, "any_value", f.$field(), DSL::anyValue));
  }

  private void ofPairs(Handlers<Twin<Field>> handlers) {
    handlers
        .on(QOM.Corr.class, f -> pair(f, "corr", f.$y(), f.$x(), DSL::corr))
        .on(QOM.CovarPop.class, f -> pair(f, "covar_pop", f.$y(), f.$x(), DSL::covarPop))
        .on(QOM.CovarSamp.class, f -> pair(f, "covar_samp", f.$y(), f.$x(), DSL::covarSamp))
        .on(QOM.RegrAvgX.class, f -> pair(f, "regr_avgx", f.$y(), f.$x(), DSL::regrAvgX))
        .on(QOM.RegrAvgY.class, f -> pair(f, "regr_avgy", f.$y(), f.$x(), DSL::regrAvgY))
        .on(QOM.RegrCount.class, f -> pair(f, "regr_count", f.$y(), f.$x(), DSL::regrCount))
        .on(
            QOM.RegrIntercept.class,
            f -> pair(f, "regr_intercept", f.$y(), f.$x(), DSL::regrIntercept))
        .on(QOM.RegrR2.class, f -> pair(f, "regr_r2", f.$y(), f.$x(), DSL::regrR2))
        .on(QOM.RegrSlope.class, f -> pair(f, "regr_slope", f.$y(), f.$x(), DSL::regrSlope))
        .on(QOM.RegrSxx.class, f -> pair(f, "regr_sxx", f.$y(), f.$x(), DSL::regrSXX))
        .on(QOM.RegrSxy.class, f -> pair(f, "regr_sxy", f.$y(), f.$x(), DSL::regrSXY))
        .on(QOM.RegrSyy.class, f -> pair(f, "regr_syy", f.$y(), f.$x(), DSL::regrSYY));
  }

  private Twin<Field> number(
      AggregateFunction<?> function,
      String name,
      Field<?> argument,
      Function<Field, AggregateFunction<?>> mirror) {
    return of(function, name, Types.NUMERIC, argument, mirror);
  }

  private Twin<Field> same(
      AggregateFunction<?> function,
      String name,
      Field<?> argument,
      Function<Field, AggregateFunction<?>> mirror) {
    return of(function, name, JooqTypes.of(argument.getDataType()), argument, mirror);
  }

  /** Which of two mirrors is meant says whether DISTINCT is; without a type it is SQLAlchemy's. */
  private Twin<Field> of(
      AggregateFunction<?> function,
      String name,
      @Nullable SqlType type,
      Field<?> argument,
      Function<Field, AggregateFunction<?>> mirror) {
    Twin<Field> read = fields.read(argument);
    boolean isDistinct = Printed.of(function, SQLDialect.DEFAULT).keywords().contains("distinct");
    ColumnElement element = isDistinct ? read.element().distinct() : read.element();
    FunctionCall call =
        type == null ? Functions.func(name, element) : Functions.func(name, type, element);
    return finished(function, call, mirror.apply(read.mirror()));
  }

  private Twin<Field> of(
      AggregateFunction<?> function,
      String name,
      Condition argument,
      Function<Condition, AggregateFunction<?>> mirror) {
    Twin<Condition> read = fields.conditions().read(argument);
    return finished(
        function, Functions.func(name, Types.BOOLEAN, read.element()), mirror.apply(read.mirror()));
  }

  private Twin<Field> pair(
      AggregateFunction<?> function,
      String name,
      Field<?> y,
      Field<?> x,
      BiFunction<Field, Field, AggregateFunction<?>> mirror) {
    Twin<Field> one = fields.read(y);
    Twin<Field> other = fields.read(x);
    return finished(
        function,
        Functions.func(name, Types.NUMERIC, one.element(), other.element()),
        mirror.apply(one.mirror(), other.mirror()));
  }

  private Twin<Field> count(QOM.Count count) {
    if (String.valueOf(count.$field()).equals("*")) {
      return finished(count, Functions.count(), DSL.count());
    }
    return of(
        count,
        "count",
        Types.INTEGER,
        count.$field(),
        count.$distinct() ? DSL::countDistinct : DSL::count);
  }

  private Twin<Field> arrayAgg(QOM.ArrayAgg<?> function) {
    Twin<Field> read = fields.read(function.$field());
    var mirror =
        function.$distinct() ? DSL.arrayAggDistinct(read.mirror()) : DSL.arrayAgg(read.mirror());
    ColumnElement argument = function.$distinct() ? read.element().distinct() : read.element();
    List<SortTwin> order = order(Printed.of(function, SQLDialect.POSTGRES));
    if (order.isEmpty()) {
      return finished(function, Functions.func("array_agg", argument), (AggregateFunction) mirror);
    }
    ColumnElement[] elements = order.stream().map(SortTwin::element).toArray(ColumnElement[]::new);
    return finished(
        function,
        Functions.func("array_agg", Postgresql.aggregateOrderBy(argument, elements)),
        mirror.orderBy(mirrors(order)));
  }

  /** What an aggregate is ordered by, which the object model leaves out. */
  private List<SortTwin> order(Printed function) {
    List<SortTwin> read = new ArrayList<>();
    if (function.behind("order by") instanceof Collection<?> sorts) {
      SortImport sorting = new SortImport(fields);
      sorts.forEach(sort -> read.add(sorting.read((SortField<?>) sort)));
    }
    return read;
  }

  private static OrderField<?>[] mirrors(List<SortTwin> order) {
    return order.stream().map(SortTwin::mirror).toArray(OrderField[]::new);
  }

  /** One by its name, of which the object model has neither the arguments nor the order. */
  private Twin<Field> named(AggregateFunction<?> function) {
    Printed printed = Printed.of(function, SQLDialect.POSTGRES);
    List<Field<?>> arguments = new ArrayList<>();
    for (Printed child : printed.children()) {
      QueryPart part = child.part();
      if (part instanceof Collection<?> list && arguments.isEmpty()) {
        list.stream()
            .filter(Field.class::isInstance)
            .map(Field.class::cast)
            .forEach(arguments::add);
      }
    }
    List<Twin<Field>> read = fields.readAll(arguments);
    SqlType type = JooqTypes.of(function.getDataType());
    String name = JooqNames.last(function.getQualifiedName()).text();
    boolean isDistinct = printed.keywords().contains("distinct");
    Object[] elements = FieldImport.elements(read);
    Field[] mirrors = FieldImport.mirrors(read);
    if (printed.keywords().contains("within group")) {
      return ordered(function, Functions.func(name, type, elements), mirrors, order(printed));
    }
    if (isDistinct && elements.length == 1) {
      elements[0] = read.get(0).element().distinct();
    } else if (isDistinct) {
      throw new JooqImportException("DISTINCT of several values cannot be imported");
    }
    return finished(
        function,
        Functions.func(name, type, elements),
        isDistinct
            ? DSL.aggregateDistinct(function.getQualifiedName(), function.getDataType(), mirrors)
            : DSL.aggregate(function.getQualifiedName(), function.getDataType(), mirrors));
  }

  private Twin<Field> ordered(
      AggregateFunction<?> function, FunctionCall call, Field[] arguments, List<SortTwin> order) {
    Function<Field[], OrderedAggregateFunction<?>> mirror = ORDERED.get(call.name().text());
    if (mirror == null) {
      throw new JooqImportException(
          "the ordered-set aggregate " + function + " cannot be imported",
          "write it with the fluent API of dev.brine.expr");
    }
    WithinGroup element = call.withinGroup(order.stream().map(SortTwin::element).toArray());
    return finished(function, element, mirror.apply(arguments).withinGroupOrderBy(mirrors(order)));
  }

  /** Gives the call and its mirror the FILTER and the window of the function. */
  private Twin<Field> finished(
      AggregateFunction<?> function, ColumnElement call, AggregateFilterStep<?> mirror) {
    Twin<Condition> filter = fields.conditions().readOrNull(function.$filterWhere());
    ColumnElement filtered = call;
    if (filter != null) {
      filtered = ((WindowFunction) call).filter(filter.element());
      mirror.filterWhere(filter.mirror());
    }
    return fields.windows().in((QOM.WindowFunction<?>) function, filtered, mirror);
  }
}
