package dev.brine.jooq;

import dev.brine.error.JooqImportException;
import dev.brine.expr.FunctionCall;
import dev.brine.expr.Functions;
import dev.brine.schema.SqlType;
import dev.brine.schema.Types;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
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
        .on(QOM.Ntile.class, this::ntile)
        .on(
            QOM.FirstValue.class,
            f -> edge(f, "first_value", f.$field(), f.$nullTreatment(), DSL::firstValue))
        .on(
            QOM.LastValue.class,
            f -> edge(f, "last_value", f.$field(), f.$nullTreatment(), DSL::lastValue))
        .on(
            QOM.Lag.class,
            f ->
                moved(
                    f,
                    "lag",
                    f.$field(),
                    f.$offset(),
                    f.$defaultValue(),
                    f.$nullTreatment(),
                    WindowImport::lag))
        .on(
            QOM.Lead.class,
            f ->
                moved(
                    f,
                    "lead",
                    f.$field(),
                    f.$offset(),
                    f.$defaultValue(),
                    f.$nullTreatment(),
                    WindowImport::lead))
        .on(QOM.NthValue.class, this::nth);
  }

  private Twin<Field> ranked(
      QOM.WindowFunction<?> function,
      String name,
      SqlType type,
      Supplier<? extends WindowOverStep<?>> mirror) {
    return within(function, Functions.func(name, type), mirror.get());
  }

  private Twin<Field> ntile(QOM.Ntile function) {
    List<Twin<Field>> tiles = fields.readAll(List.of(function.$tiles()));
    return over(function, "ntile", Types.INTEGER, tiles, DSL.ntile(tiles.get(0).mirror()));
  }

  private Twin<Field> over(
      QOM.WindowFunction<?> function,
      String name,
      SqlType type,
      List<Twin<Field>> arguments,
      WindowOverStep<?> mirror) {
    return within(function, Functions.func(name, type, FieldImport.elements(arguments)), mirror);
  }

  private Twin<Field> edge(
      QOM.WindowFunction<?> function,
      String name,
      Field<?> value,
      QOM.@Nullable NullTreatment nulls,
      Function<Field, WindowOverStep<?>> mirror) {
    refuse(nulls != null, "IGNORE NULLS or RESPECT NULLS");
    Twin<Field> read = fields.read(value);
    return over(function, name, read.element().type(), List.of(read), mirror.apply(read.mirror()));
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
    List<Twin<Field>> read = fields.readAll(arguments);
    return over(
        function,
        "nth_value",
        JooqTypes.of(function.$field().getDataType()),
        read,
        DSL.nthValue(read.get(0).mirror(), (Field<Integer>) read.get(1).mirror()));
  }

  /** LAG and LEAD, by how many rows and what stands where there is none. */
  private Twin<Field> moved(
      QOM.WindowFunction<?> function,
      String name,
      Field<?> value,
      @Nullable Field<?> offset,
      @Nullable Field<?> otherwise,
      QOM.@Nullable NullTreatment nulls,
      Function<Field[], WindowOverStep<?>> mirror) {
    refuse(nulls != null, "IGNORE NULLS or RESPECT NULLS");
    List<Field<?>> arguments = new ArrayList<>(List.of(value));
    if (offset != null) {
      arguments.add(offset);
    }
    if (otherwise != null) {
      arguments.add(otherwise);
    }
    List<Twin<Field>> read = fields.readAll(arguments);
    return over(
        function,
        name,
        JooqTypes.of(value.getDataType()),
        read,
        mirror.apply(FieldImport.mirrors(read)));
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
