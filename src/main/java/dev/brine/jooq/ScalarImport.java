package dev.brine.jooq;

import dev.brine.error.JooqImportException;
import dev.brine.expr.Case;
import dev.brine.expr.ColumnElement;
import dev.brine.expr.ColumnOperators;
import dev.brine.expr.FunctionCall;
import dev.brine.expr.Functions;
import dev.brine.expr.Sql;
import dev.brine.schema.SqlType;
import dev.brine.schema.Types;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jooq.CaseConditionStep;
import org.jooq.CaseWhenStep;
import org.jooq.Condition;
import org.jooq.DataType;
import org.jooq.DatePart;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.jooq.impl.QOM;

/**
 * Conversions, CASE, bits, and the functions that jOOQ and SQLAlchemy call by the same name in
 * every database; see {@link FieldImport}.
 */
// Class literals have no type arguments, and jOOQ's accessors give wildcards that only jOOQ can
// match up again.
@SuppressWarnings({"rawtypes", "unchecked"})
final class ScalarImport {

  /** Those of which all databases think alike; jOOQ counts weeks and their days otherwise. */
  private static final Map<DatePart, String> DATE_PARTS =
      Map.of(
          DatePart.YEAR, "year",
          DatePart.MONTH, "month",
          DatePart.DAY, "day",
          DatePart.HOUR, "hour",
          DatePart.MINUTE, "minute",
          DatePart.SECOND, "second");

  private final FieldImport fields;

  ScalarImport(FieldImport fields) {
    this.fields = fields;
  }

  void register(Handlers<Twin<Field>> handlers) {
    numbers(handlers);
    texts(handlers);
    bits(handlers);
    handlers
        .on(QOM.Cast.class, f -> cast(f.$field(), f.getDataType()))
        .on(QOM.TryCast.class, f -> tryCast((Field<?>) f.$arg1(), (DataType<?>) f.$arg2()))
        .on(QOM.CurrentDate.class, f -> now(f, Functions.currentDate()))
        .on(QOM.CurrentTime.class, f -> now(f, Functions.currentTime()))
        .on(QOM.CurrentTimestamp.class, f -> now(f, Functions.currentTimestamp()))
        .on(
            QOM.CurrentUser.class,
            f -> new Twin<>(Functions.func("current_user"), DSL.currentUser()))
        .on(QOM.Coerce.class, f -> coerce(f.$field(), f.getDataType()))
        .on(QOM.CaseSearched.class, f -> searched((List<?>) f.$arg1(), (Field<?>) f.$arg2()))
        .on(
            QOM.CaseSimple.class,
            f -> simple((Field<?>) f.$arg1(), (List<?>) f.$arg2(), (Field<?>) f.$arg3()))
        .on(QOM.Extract.class, this::extract)
        .on(QOM.Collated.class, this::collated);
  }

  private void numbers(Handlers<Twin<Field>> handlers) {
    handlers
        .on(QOM.Floor.class, f -> same("floor", DSL::floor, (Field<?>) f.$arg1()))
        .on(QOM.Ceil.class, f -> same("ceil", DSL::ceil, (Field<?>) f.$arg1()))
        .on(QOM.Sign.class, f -> called("sign", Types.INTEGER, DSL::sign, f.$arg1()))
        .on(QOM.Sqrt.class, f -> called("sqrt", Types.NUMERIC, DSL::sqrt, f.$arg1()))
        .on(QOM.Exp.class, f -> called("exp", Types.NUMERIC, DSL::exp, f.$arg1()))
        .on(QOM.Acos.class, f -> called("acos", Types.NUMERIC, DSL::acos, f.$arg1()))
        .on(QOM.Asin.class, f -> called("asin", Types.NUMERIC, DSL::asin, f.$arg1()))
        .on(QOM.Atan.class, f -> called("atan", Types.NUMERIC, DSL::atan, f.$arg1()))
        .on(QOM.Cos.class, f -> called("cos", Types.NUMERIC, DSL::cos, f.$arg1()))
        .on(QOM.Sin.class, f -> called("sin", Types.NUMERIC, DSL::sin, f.$arg1()))
        .on(QOM.Tan.class, f -> called("tan", Types.NUMERIC, DSL::tan, f.$arg1()))
        .on(QOM.Degrees.class, f -> called("degrees", Types.NUMERIC, DSL::deg, f.$arg1()))
        .on(QOM.Radians.class, f -> called("radians", Types.NUMERIC, DSL::rad, f.$arg1()))
        .on(
            QOM.Power.class,
            f ->
                called(
                    "power", Types.NUMERIC, DSL::power, (Field<?>) f.$arg1(), (Field<?>) f.$arg2()))
        .on(QOM.Round.class, f -> round((Field<?>) f.$arg1(), (Field<?>) f.$arg2()));
  }

  private void texts(Handlers<Twin<Field>> handlers) {
    handlers
        .on(QOM.Trim.class, f -> trimmed("trim", f.$arg1(), f.$arg2(), DSL::trim, DSL::trim))
        .on(QOM.Ltrim.class, f -> trimmed("ltrim", f.$arg1(), f.$arg2(), DSL::ltrim, DSL::ltrim))
        .on(QOM.Rtrim.class, f -> trimmed("rtrim", f.$arg1(), f.$arg2(), DSL::rtrim, DSL::rtrim))
        .on(QOM.Replace.class, this::replace);
  }

  private void bits(Handlers<Twin<Field>> handlers) {
    handlers
        .on(
            QOM.BitAnd.class,
            f -> bitwise(f.$arg1(), f.$arg2(), ColumnOperators::bitwiseAnd, DSL::bitAnd))
        .on(
            QOM.BitOr.class,
            f -> bitwise(f.$arg1(), f.$arg2(), ColumnOperators::bitwiseOr, DSL::bitOr))
        .on(
            QOM.BitXor.class,
            f -> bitwise(f.$arg1(), f.$arg2(), ColumnOperators::bitwiseXor, DSL::bitXor))
        .on(
            QOM.BitNot.class,
            f -> {
              Twin<Field> read = fields.read(f.$arg1());
              return new Twin<>(read.element().bitwiseNot(), DSL.bitNot(read.mirror()));
            });
  }

  private Twin<Field> same(String name, Function<Field, Field> mirror, Field<?> argument) {
    Twin<Field> read = fields.read(argument);
    return new Twin<>(
        Functions.func(name, read.element().type(), read.element()), mirror.apply(read.mirror()));
  }

  private Twin<Field> called(
      String name, SqlType type, Function<Field, Field> mirror, Object argument) {
    Twin<Field> read = fields.read(argument);
    return new Twin<>(Functions.func(name, type, read.element()), mirror.apply(read.mirror()));
  }

  private Twin<Field> called(
      String name,
      SqlType type,
      BiFunction<Field, Field, Field> mirror,
      Field<?> first,
      Field<?> second) {
    Twin<Field> one = fields.read(first);
    Twin<Field> other = fields.read(second);
    return new Twin<>(
        Functions.func(name, type, one.element(), other.element()),
        mirror.apply(one.mirror(), other.mirror()));
  }

  /** Without digits it may be given none. */
  private Twin<Field> round(Field<?> value, Field<?> digits) {
    return digits == null
        ? same("round", DSL::round, value)
        : called(
            "round", JooqTypes.of(value.getDataType()), (v, d) -> DSL.round(v, d), value, digits);
  }

  private Twin<Field> trimmed(
      String name,
      Field<String> value,
      Field<String> characters,
      Function<Field<String>, Field<String>> mirror,
      BiFunction<Field<String>, Field<String>, Field<String>> mirrorOfSome) {
    if (characters != null) {
      return called(name, Types.STRING, (v, c) -> mirrorOfSome.apply(v, c), value, characters);
    }
    return called(name, Types.STRING, v -> mirror.apply(v), value);
  }

  private Twin<Field> replace(QOM.Replace replace) {
    if (replace.$arg3() == null) {
      throw new JooqImportException(
          "the expression " + replace + " cannot be imported", "say what stands instead");
    }
    List<Twin<Field>> read =
        fields.readAll(List.of(replace.$arg1(), replace.$arg2(), replace.$arg3()));
    return new Twin<>(
        Functions.func("replace", Types.STRING, FieldImport.elements(read)),
        DSL.replace(read.get(0).mirror(), read.get(1).mirror(), read.get(2).mirror()));
  }

  private Twin<Field> bitwise(
      Object left,
      Object right,
      BiFunction<ColumnElement, Object, ColumnElement> build,
      BiFunction<Field, Field, Field> mirror) {
    Twin<Field> l = fields.read(left);
    Twin<Field> r = fields.read(right);
    return new Twin<>(
        build.apply(l.element(), FieldImport.operand(right, r)),
        mirror.apply(l.mirror(), r.mirror()));
  }

  private Twin<Field> cast(Field<?> value, DataType<?> type) {
    Twin<Field> read = fields.read(value);
    return new Twin<>(
        Sql.cast(FieldImport.operand(value, read), known(type)), read.mirror().cast(type));
  }

  private Twin<Field> tryCast(Field<?> value, DataType<?> type) {
    Twin<Field> read = fields.read(value);
    return new Twin<>(
        Sql.tryCast(FieldImport.operand(value, read), known(type)),
        DSL.tryCast(read.mirror(), type));
  }

  /** There is nothing in them that jOOQ could hide. */
  private static Twin<Field> now(Field<?> field, FunctionCall call) {
    return new Twin<>(call, field);
  }

  private Twin<Field> coerce(Field<?> value, DataType<?> type) {
    Twin<Field> read = fields.read(value);
    return new Twin<>(
        Sql.typeCoerce(FieldImport.operand(value, read), known(type)), read.mirror().coerce(type));
  }

  private static SqlType known(DataType<?> type) {
    if (!JooqTypes.knows(type)) {
      throw new JooqImportException("the type " + type + " has no like in SQLAlchemy");
    }
    return JooqTypes.of(type);
  }

  private Twin<Field> searched(List<?> whens, Field<?> otherwise) {
    Case built = null;
    CaseConditionStep mirror = null;
    for (Object each : whens) {
      QOM.Tuple2<?, ?> when = (QOM.Tuple2<?, ?>) each;
      Twin<Condition> condition = fields.conditions().read((Condition) when.$1());
      Twin<Field> result = fields.read(when.$2());
      Object value = FieldImport.operand(when.$2(), result);
      if (built == null || mirror == null) {
        built = Sql.case_(condition.element(), value);
        mirror = DSL.when(condition.mirror(), result.mirror());
      } else {
        built = built.when(condition.element(), value);
        mirror = mirror.when(condition.mirror(), result.mirror());
      }
    }
    if (built == null || mirror == null) {
      throw new JooqImportException("CASE without a condition cannot be imported");
    }
    if (otherwise == null) {
      return new Twin<>(built, mirror);
    }
    Twin<Field> last = fields.read(otherwise);
    return new Twin<>(
        built.else_(FieldImport.operand(otherwise, last)), mirror.otherwise(last.mirror()));
  }

  private Twin<Field> simple(Field<?> value, List<?> whens, Field<?> otherwise) {
    Twin<Field> subject = fields.read(value);
    Case built = null;
    CaseWhenStep mirror = null;
    for (Object each : whens) {
      QOM.Tuple2<?, ?> when = (QOM.Tuple2<?, ?>) each;
      Twin<Field> equal = fields.read(when.$1());
      Twin<Field> result = fields.read(when.$2());
      Object match = FieldImport.operand(when.$1(), equal);
      Object given = FieldImport.operand(when.$2(), result);
      if (built == null || mirror == null) {
        built = Sql.caseOf(subject.element(), match, given);
        mirror = DSL.choose(subject.mirror()).when(equal.mirror(), result.mirror());
      } else {
        built = built.when(match, given);
        mirror = mirror.when(equal.mirror(), result.mirror());
      }
    }
    if (built == null || mirror == null) {
      throw new JooqImportException("CASE without a value cannot be imported");
    }
    if (otherwise == null) {
      return new Twin<>(built, mirror);
    }
    Twin<Field> last = fields.read(otherwise);
    return new Twin<>(
        built.else_(FieldImport.operand(otherwise, last)), mirror.otherwise(last.mirror()));
  }

  private Twin<Field> extract(QOM.Extract extract) {
    String part = DATE_PARTS.get(extract.$datePart());
    if (part == null) {
      throw new JooqImportException(
          "EXTRACT of " + extract.$datePart() + " cannot be imported",
          "databases do not agree on it; use the function of yours by its name");
    }
    Twin<Field> read = fields.read(extract.$field());
    return new Twin<>(
        Sql.extract(part, read.element()), DSL.extract(read.mirror(), extract.$datePart()));
  }

  private Twin<Field> collated(QOM.Collated collated) {
    Twin<Field> read = fields.read(collated.$field());
    return new Twin<>(
        read.element().collate(collated.$collation().getName()),
        read.mirror().collate(collated.$collation()));
  }
}
