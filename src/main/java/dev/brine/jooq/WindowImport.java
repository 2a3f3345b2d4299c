package dev.brine.jooq;

import dev.brine.error.JooqImportException;
import dev.brine.expr.FunctionCall;
import dev.brine.expr.Functions;
import dev.brine.schema.SqlType;
import dev.brine.schema.Types;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jooq.Field;
import org.jooq.SQLDialect;
import org.jooq.WindowOverStep;
import org.jooq.impl.DSL;
import org.jooq.impl.QOM;
import org.jspecify.annotations.Nullable;

/** Functions that there are in windows alone; see {@link FieldImport}. */
// Class literals have no type arguments, and jOOQ's accessors give wildcards that only jOOQ can
// match up again.
@SuppressWarnings({"rawtypes", "unchecked"})
final class WindowImport {

  private final FieldImport fields;

  WindowImport(FieldImport fields) {
    this.fields = fields;
  }

  void register(Handlers<Twin<Field>> handlers) {
    handlers
        .on(QOM.RowNumber.class, f -> ranked(f, "row_number", Types.INTEGER, DSL::rowNumber))
        .on(QOM.Rank.class, f -> ranked(f, "rank", Types.INTEGER, DSL::rank))
        .on(QOM.DenseRank.class, f -> ranked(f, "dense_rank", Types.INTEGER, DSL::denseRank))
        .on(QOM.PercentRank.class, f -> ranked(f, "percent_rank", Types.NUMERIC, DSL::percentRank))
        .on(QOM.CumeDist.class, f -> ranked(f, "cume_dist", Types.NUMERIC, DSL::cumeDist))
        .on(QOM.Ntile.class, f -> over(f, "ntile", Types.INTEGER, ntile(f.$tiles()), f.$tiles()))
        .on(QOM.FirstValue.class, f -> first(f, "first_value", f.$field(), f.$nullTreatment()))
        .on(QOM.LastValue.class, f -> last(f, "last_value", f.$field(), f.$nullTreatment()))
        .on(
            QOM.Lag.class,
            f -> moved(f, "lag", f.$field(), f.$offset(), f.$defaultValue(), f.$nullTreatment()))
        .on(
            QOM.Lead.class,
            f -> moved(f, "lead", f.$field(), f.$offset(), f.$defaultValue(), f.$nullTreatment()))
        .on(QOM.NthValue.class, this::nth);
  }

  private Twin<Field> ranked(
      QOM.WindowFunction<?> function,
      String name,
      SqlType type,
      Supplier<? extends WindowOverStep<?>> mirror) {
    return within(function, Functions.func(name, type), mirror.get());
  }

  private WindowOverStep<?> ntile(Field<Integer> tiles) {
    return DSL.ntile(fields.read(tiles).mirror());
  }

  private Twin<Field> over(
      QOM.WindowFunction<?> function,
      String name,
      SqlType type,
      WindowOverStep<?> mirror,
      Field<?>... arguments) {
    Object[] elements = fields.readAll(List.of(arguments)).stream().map(Twin::element).toArray();
    return within(function, Functions.func(name, type, elements), mirror);
  }

  private Twin<Field> first(
      QOM.WindowFunction<?> function,
      String name,
      Field<?> value,
      QOM.@Nullable NullTreatment nulls) {
    refuse(nulls != null, "IGNORE NULLS or RESPECT NULLS");
    Twin<Field> read = fields.read(value);
    return over(function, name, read.element().type(), DSL.firstValue(read.mirror()), value);
  }

  private Twin<Field> last(
      QOM.WindowFunction<?> function,
      String name,
      Field<?> value,
      QOM.@Nullable NullTreatment nulls) {
    refuse(nulls != null, "IGNORE NULLS or RESPECT NULLS");
    Twin<Field> read = fields.read(value);
    return over(function, name, read.element().type(), DSL.lastValue(read.mirror()), value);
  }

  /** The object model tells of NTH_VALUE what it is taken of, but not which one. */
  private Twin<Field> nth(QOM.NthValue<?> function) {
    refuse(
        function.$nullTreatment() != null || function.$fromFirstOrLast() != null,
        "IGNORE NULLS, RESPECT NULLS, FROM FIRST or FROM LAST");
    List<Field<?>> arguments = new ArrayList<>();
    for (Printed child : Printed.of(function, SQLDialect.DEFAULT).children()) {
      if (child.part() instanceof Field<?> argument) {
        arguments.add(argument);
      }
    }
    Field[] mirrors = FieldImport.mirrors(fields.readAll(arguments));
    return over(
        function,
        "nth_value",
        JooqTypes.of(function.$field().getDataType()),
        DSL.nthValue(mirrors[0], (Field<Integer>) mirrors[1]),
        arguments.toArray(Field[]::new));
  }

  /** LAG and LEAD, by how many rows and what stands where there is none. */
  private Twin<Field> moved(
      QOM.WindowFunction<?> function,
      String name,
      Field<?> value,
      @Nullable Field<?> offset,
      @Nullable Field<?> otherwise,
      QOM.@Nullable NullTreatment nulls) {
    refuse(nulls != null, "IGNORE NULLS or RESPECT NULLS");
    List<Field<?>> arguments = new ArrayList<>(List.of(value));
    if (offset != null) {
      arguments.add(offset);
    }
    if (otherwise != null) {
      arguments.add(otherwise);
    }
    Field[] mirrors = FieldImport.mirrors(fields.readAll(arguments));
    SqlType type = JooqTypes.of(value.getDataType());
    WindowOverStep<?> mirror = name.equals("lag") ? lag(mirrors) : lead(mirrors);
    return over(function, name, type, mirror, arguments.toArray(Field[]::new));
  }

  private static WindowOverStep<?> lag(Field[] mirrors) {
    Field<String> value = mirrors[0];
    return switch (mirrors.length) {
      case 1 -> DSL.lag(value);
      case 2 -> DSL.lag(value, (Field<Integer>) mirrors[1]);
      default -> DSL.lag(value, (Field<Integer>) mirrors[1], (Field<String>) mirrors[2]);
    };
  }

  private static WindowOverStep<?> lead(Field[] mirrors) {
    Field<String> value = mirrors[0];
    return switch (mirrors.length) {
      case 1 -> DSL.lead(value);
      case 2 -> DSL.lead(value, (Field<Integer>) mirrors[1]);
      default -> DSL.lead(value, (Field<Integer>) mirrors[1], (Field<String>) mirrors[2]);
    };
  }

  private Twin<Field> within(
      QOM.WindowFunction<?> function, FunctionCall call, WindowOverStep<?> mirror) {
    return fields.windows().in(function, call, mirror);
  }

  private static void refuse(boolean isThere, String what) {
    if (isThere) {
      throw new JooqImportException(
          what + " cannot be imported", "SQLAlchemy 2.0 has nothing like it");
    }
  }
}
