package dev.brine.jooq;

import dev.brine.error.JooqImportException;
import dev.brine.expr.BindParameter;
import dev.brine.expr.ColumnElement;
import dev.brine.expr.ColumnOperators;
import dev.brine.expr.Constant;
import dev.brine.expr.CustomOperator;
import dev.brine.expr.FunctionCall;
import dev.brine.expr.Functions;
import dev.brine.expr.Insert;
import dev.brine.expr.InsertFlavour;
import dev.brine.expr.Label;
import dev.brine.expr.Sql;
import dev.brine.jooq.SubqueryImport.SelectTwin;
import dev.brine.schema.SqlType;
import dev.brine.schema.Types;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Param;
import org.jooq.SQLDialect;
import org.jooq.TableField;
import org.jooq.impl.DSL;
import org.jooq.impl.QOM;
import org.jspecify.annotations.Nullable;

/**
 * jOOQ's values as elements. Each handler reads by accessors alone and makes the mirror of what it
 * read.
 */
// Class literals have no type arguments, and jOOQ's accessors give wildcards that only jOOQ can
// match up again.
@SuppressWarnings({"rawtypes", "unchecked"})
final class FieldImport {

  /** SQL's own division, where SQLAlchemy's {@code /} would make a fraction of two integers. */
  private static final CustomOperator DIVIDE =
      new CustomOperator("/", 8, false, false, false, null);

  private final ImportScope scope;
  private final SQLDialect dialect;
  private final ConditionImport conditions;
  private final Windows windows = new Windows(this);
  private @Nullable Insert insert;
  private final Map<String, Twin<Field>> labels = new HashMap<>();

  private final Handlers<Twin<Field>> handlers =
      new Handlers<Twin<Field>>("expression")
          .on(Param.class, this::parameter)
          .on(QOM.FieldAlias.class, this::alias)
          .on(TableField.class, this::column)
          .on(
              QOM.Add.class,
              f -> numeric(f, f.$arg1(), f.$arg2(), ColumnOperators::plus, Field::add))
          .on(
              QOM.Sub.class,
              f -> numeric(f, f.$arg1(), f.$arg2(), ColumnOperators::minus, Field::sub))
          .on(
              QOM.Mul.class,
              f -> numeric(f, f.$arg1(), f.$arg2(), ColumnOperators::times, Field::mul))
          .on(QOM.Div.class, f -> numeric(f, f.$arg1(), f.$arg2(), this::divide, Field::div))
          .on(
              QOM.Mod.class,
              f -> numeric(f, f.$arg1(), f.$arg2(), ColumnOperators::mod, Field::mod))
          .on(QOM.Neg.class, f -> unary(f.$arg1(), ColumnElement::neg, Field::neg))
          .on(
              QOM.NotField.class,
              f -> unary(f.$arg1(), ColumnElement::not, of -> DSL.not((Field<Boolean>) of)))
          .on(QOM.Concat.class, f -> concat(f.$arg1()))
          .on(QOM.Coalesce.class, f -> coalesce((List<Field<?>>) f.$arg1()))
          .on(QOM.Nullif.class, f -> nullif((Field<?>) f.$arg1(), (Field<?>) f.$arg2()))
          .on(QOM.Lower.class, f -> unary(f.$arg1(), typed("lower", Types.STRING), DSL::lower))
          .on(QOM.Upper.class, f -> unary(f.$arg1(), typed("upper", Types.STRING), DSL::upper))
          .on(
              QOM.CharLength.class,
              f -> unary(f.$arg1(), typed(length(), Types.INTEGER), DSL::charLength))
          .on(
              QOM.Abs.class,
              f -> unary(f.$arg1(), x -> Functions.func("abs", x.type(), x), DSL::abs))
          .on(QOM.Excluded.class, this::excluded)
          .on(QOM.Default.class, f -> new Twin<>(Sql.literalColumn("DEFAULT"), DSL.defaultValue()))
          .on(QOM.Function.class, this::function)
          .on(QOM.ConditionAsField.class, this::condition);

  FieldImport(ImportScope scope, SQLDialect dialect) {
    this.scope = scope;
    this.dialect = dialect;
    this.conditions = new ConditionImport(this, dialect, this::nested);
    Expansions expansions = new Expansions(dialect, this);
    expansions.registerSpelled(handlers);
    new SubqueryImport(this, this::nested).registerValues(handlers);
    new ScalarImport(this).register(handlers);
    new WindowImport(this).register(handlers);
    new AggregateImport(this).register(handlers);
    new CollectionImport(this).register(handlers);
    expansions.registerValues(handlers);
    new AggregateImport(this).registerNamed(handlers);
  }

  /** The same for a dialect: what is in a part that is read as that dialect spells it. */
  FieldImport in(SQLDialect other) {
    if (other == dialect) {
      return this;
    }
    FieldImport reader = new FieldImport(scope, other);
    reader.insert = insert;
    return reader;
  }

  /** A query within this one. */
  SelectTwin nested(org.jooq.Select<?> query) {
    return new SelectImport(scope.within(), dialect).read(query);
  }

  /** The windows of this SELECT. */
  Windows windows() {
    return windows;
  }

  /** Makes the row that an INSERT was to insert known, which may have met one that is there. */
  void inserting(Insert insert) {
    this.insert = insert;
  }

  private Twin<Field> excluded(QOM.Excluded<?> excluded) {
    if (insert == null) {
      throw new JooqImportException(excluded + " is of no INSERT", "use it in ON CONFLICT alone");
    }
    String key = excluded.$field().getName();
    return new Twin<>(
        insert.flavour() == InsertFlavour.MYSQL ? insert.inserted(key) : insert.excluded(key),
        DSL.excluded(read(excluded.$field()).mirror()));
  }

  /** A value to order or group by, of which a bare number is the place of a column. */
  Twin<Field> readOrdinal(Object field) {
    if (field instanceof Param<?> param) {
      if (param.isInline() && param.getValue() instanceof Integer place) {
        return new Twin<>(Sql.literalColumn(place.toString()), param);
      }
      throw new JooqImportException(
          "ordering or grouping by the value " + field + " cannot be imported", "name the column");
    }
    return read(field);
  }

  ConditionImport conditions() {
    return conditions;
  }

  /** The parts that are read. */
  Set<Class<?>> kinds() {
    Set<Class<?>> kinds = new HashSet<>(handlers.kinds());
    kinds.addAll(conditions.kinds());
    return kinds;
  }

  boolean knows(Object field) {
    return handlers.knows(field);
  }

  Twin<Field> read(Object field) {
    return handlers.handle(field);
  }

  /**
   * A value as it is given to an operator: a bare one gets its name and type from the other side.
   */
  static Object operand(Object field, Twin<Field> read) {
    if (field instanceof Param<?> param && !param.isInline() && isUnnamed(param)) {
      Object value = JooqTypes.value(param.getValue());
      return value == null ? read.element() : value;
    }
    return read.element();
  }

  private static boolean isUnnamed(Param<?> param) {
    return param.getParamName() == null || param.getParamName().isEmpty();
  }

  private Twin<Field> parameter(Param<?> param) {
    Object value = JooqTypes.value(param.getValue());
    SqlType type = JooqTypes.of(param.getDataType());
    if (value != null && !JooqTypes.knows(param.getDataType())) {
      throw new JooqImportException(
          "a value of " + param.getDataType().getType().getName() + " has no type in SQLAlchemy");
    }
    if (param.isInline()) {
      return new Twin<>(value == null ? Constant.NULL : inline(value, type), param);
    }
    BindParameter bind =
        isUnnamed(param)
            ? BindParameter.unique("param", value, type)
            : BindParameter.named(param.getParamName(), value, type);
    return new Twin<>(bind, param);
  }

  private static BindParameter inline(Object value, SqlType type) {
    BindParameter bind = BindParameter.unique("param", value, type);
    return new BindParameter(bind.key(), value, type, false, true, false, null, true, false, false);
  }

  private Twin<Field> column(TableField<?, ?> field) {
    org.jooq.Name name = field.getQualifiedName();
    return new Twin<>(
        scope.column(name, field.getDataType()), DSL.field(name, field.getDataType()));
  }

  /** Met twice, as in the select list and in ORDER BY, it is one label. */
  private Twin<Field> alias(QOM.FieldAlias<?> alias) {
    String name = JooqNames.text(alias.$alias());
    Twin<Field> known = labels.get(name);
    if (known != null) {
      return known;
    }
    Twin<Field> aliased = read(alias.$field());
    Label label = aliased.element().label(name);
    Twin<Field> twin = new Twin<>(label, aliased.mirror().as(alias.$alias()));
    labels.put(name, twin);
    return twin;
  }

  private Twin<Field> numeric(
      Object whole,
      Object left,
      Object right,
      BiFunction<ColumnElement, Object, ColumnElement> operator,
      BiFunction<Field, Field, Field> mirror) {
    for (Object side : List.of(left, right)) {
      if (!Number.class.isAssignableFrom(((Field<?>) side).getType())) {
        throw new JooqImportException(
            "the calculation " + whole + " is not one of numbers alone",
            "jOOQ writes it differently for each database; use a function by its name");
      }
    }
    Twin<Field> l = read(left);
    Twin<Field> r = read(right);
    return new Twin<>(
        operator.apply(l.element(), operand(right, r)), mirror.apply(l.mirror(), r.mirror()));
  }

  private ColumnElement divide(ColumnElement left, Object right) {
    return left.op(DIVIDE, right);
  }

  private Twin<Field> unary(
      Object argument,
      Function<ColumnElement, ColumnElement> build,
      Function<Field, Field> mirror) {
    Twin<Field> read = read(argument);
    return new Twin<>(build.apply(read.element()), mirror.apply(read.mirror()));
  }

  private static Function<ColumnElement, ColumnElement> typed(String name, SqlType type) {
    return argument -> Functions.func(name, type, argument);
  }

  /** The function that counts characters; {@code length} counts bytes in MySQL. */
  private String length() {
    return switch (dialect.family()) {
      case MYSQL, MARIADB -> "char_length";
      default -> "length";
    };
  }

  private Twin<Field> concat(List<? extends Field<?>> arguments) {
    List<Twin<Field>> read = readAll(arguments);
    ColumnElement joined = read.get(0).element();
    for (int i = 0; i < read.size(); i++) {
      Field<?> argument = arguments.get(i);
      if (argument.getType() != String.class) {
        throw new JooqImportException(
            "the concatenation of " + argument + " needs a cast that SQLAlchemy would not write",
            "cast it to a string");
      }
      joined = i == 0 ? joined : joined.concat(operand(argument, read.get(i)));
    }
    return new Twin<>(joined, DSL.concat(mirrors(read)));
  }

  private Twin<Field> coalesce(List<? extends Field<?>> arguments) {
    List<Twin<Field>> read = readAll(arguments);
    Field[] mirrors = mirrors(read);
    Field[] others = Arrays.copyOfRange(mirrors, 1, mirrors.length);
    return new Twin<>(
        Functions.coalesce(elements(read)),
        DSL.coalesce((Field<?>) mirrors[0], (Field<?>[]) others));
  }

  private Twin<Field> nullif(Field<?> value, Field<?> other) {
    List<Twin<Field>> read = readAll(List.of(value, other));
    ColumnElement first = read.get(0).element();
    return new Twin<>(
        Functions.func("nullif", first.type(), elements(read)),
        DSL.nullif((Field<String>) read.get(0).mirror(), (Field<String>) read.get(1).mirror()));
  }

  private Twin<Field> function(QOM.Function<?> function) {
    List<Twin<Field>> read = readAll(function.$args());
    org.jooq.Name name = function.getQualifiedName();
    SqlType type = JooqTypes.of(function.getDataType());
    String packages = JooqNames.qualifier(name);
    String last = JooqNames.last(name).text();
    FunctionCall call =
        packages == null
            ? Functions.func(last, type, elements(read))
            : withType(Functions.func(List.of(packages.split("\\.")), last, elements(read)), type);
    return new Twin<>(call, DSL.function(name, function.getDataType(), mirrors(read)));
  }

  private static FunctionCall withType(FunctionCall call, SqlType type) {
    return new FunctionCall(
        call.name(), call.packageNames(), call.arguments(), type, call.isGeneric());
  }

  private Twin<Field> condition(QOM.ConditionAsField field) {
    Twin<Condition> read = conditions.read(field.$condition());
    return new Twin<>(read.element(), DSL.field(read.mirror()));
  }

  List<Twin<Field>> readAll(List<? extends Field<?>> fields) {
    return fields.stream().map(this::read).toList();
  }

  static Field[] mirrors(List<Twin<Field>> read) {
    return read.stream().map(Twin::mirror).toArray(Field[]::new);
  }

  static Object[] elements(List<Twin<Field>> read) {
    return read.stream().map(Twin::element).toArray();
  }
}
