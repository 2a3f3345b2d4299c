package dev.brine.expr;

import dev.brine.schema.AnonymousName;
import dev.brine.schema.Name;
import dev.brine.schema.QuotedName;
import dev.brine.schema.Quoting;
import dev.brine.schema.SqlType;
import dev.brine.schema.Types;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A value that is sent beside the SQL text: SQLAlchemy's {@code BindParameter}. The same object met
 * twice is one parameter; two equal ones are two.
 *
 * @param key what it is called; anonymous for one made from a value, which becomes {@code name_1}
 *     when compiled
 * @param value the value, in the Java type that stands for Python's; null for None or where none
 *     was given; a {@link Supplier} is asked for it whenever it is wanted
 * @param isRequired whether a value must be given when the statement is run
 * @param isUnique whether the name is made unique when another parameter has it
 * @param isExpanding whether the value is a list that becomes as many parameters as it has items:
 *     {@code IN}
 * @param expandOperator the operator whose list it is; only of an expanding one
 * @param isLiteralExecute whether the value is put into the text just before it is run
 * @param isOutParameter whether it is an OUT parameter of a procedure
 * @param isLimitOrOffset whether it was made by {@code limit()} or {@code offset()}: SQLAlchemy's
 *     {@code _OffsetLimitParam}
 */
public record BindParameter(
    Name key,
    @Nullable Object value,
    SqlType type,
    boolean isRequired,
    boolean isUnique,
    boolean isExpanding,
    @Nullable Operator expandOperator,
    boolean isLiteralExecute,
    boolean isOutParameter,
    boolean isLimitOrOffset)
    implements ColumnElement {

  public BindParameter {
    Objects.requireNonNull(key, "key");
    Objects.requireNonNull(type, "type");
  }

  /** A value under a name made from a base: {@code :name_1}. */
  public static BindParameter unique(String base, @Nullable Object value, SqlType type) {
    return new BindParameter(
        anonymous(base), value, type, false, true, false, null, false, false, false);
  }

  /** Without the underscores that signs at its ends leave, as SQLAlchemy's {@code sanitize_key}. */
  private static AnonymousName anonymous(String base) {
    return AnonymousName.fresh(AnonymousName.sanitized(base).replaceAll("^_+|_+$", ""));
  }

  /** {@code bindparam("name")}: a value must be given when the statement is run. */
  public static BindParameter required(String name, SqlType type) {
    return required(Name.of(name), type);
  }

  /** The same under a name that says whether it is to be put in quotes. */
  public static BindParameter required(QuotedName name, SqlType type) {
    return new BindParameter(name, null, type, true, false, false, null, false, false, false);
  }

  /** {@code bindparam("name", value)}. */
  public static BindParameter named(String name, @Nullable Object value, SqlType type) {
    return named(Name.of(name), value, type);
  }

  /** The same under a name that says whether it is to be put in quotes. */
  public static BindParameter named(QuotedName name, @Nullable Object value, SqlType type) {
    return new BindParameter(name, value, type, false, false, false, null, false, false, false);
  }

  /** {@code outparam("name")}: the database puts a value into it. */
  public static BindParameter out(String name, SqlType type) {
    return new BindParameter(
        Name.of(name), null, type, false, false, false, null, false, true, false);
  }

  /** The list of an IN. */
  public static BindParameter expanding(
      String base, List<?> values, SqlType type, Operator operator) {
    return new BindParameter(
        anonymous(base), values, type, false, true, true, operator, false, false, false);
  }

  /** The number of a LIMIT or OFFSET. */
  public static BindParameter limitOrOffset(long number) {
    return new BindParameter(
        AnonymousName.fresh("param"),
        number,
        ValueTypes.of(number),
        false,
        true,
        false,
        null,
        false,
        false,
        true);
  }

  /** {@code bindparam("name", callable_=function)}: what the function gives when it is run. */
  static BindParameter called(String name, Supplier<? extends @Nullable Object> value) {
    return named(name, value, Types.NULL);
  }

  /**
   * The value; where it is a function's, what that gives now: {@code effective_value}, as which it
   * is also dumped.
   */
  @Override
  public @Nullable Object value() {
    return value instanceof Supplier<?> function ? ValueTypes.canonical(function.get()) : value;
  }

  /** {@code bindparam(…, unique=True)}: its name is made unique when another parameter has it. */
  public BindParameter unique() {
    return changed(
        parts -> {
          parts.isUnique = true;
          parts.key = key instanceof AnonymousName ? key : anonymous(key.text());
        });
  }

  /** {@code bindparam(…, expanding=True)}: its value is the list of an IN. */
  public BindParameter expanding() {
    SqlType ofItems =
        type.isNull() && value instanceof List<?> items && !items.isEmpty()
            ? ValueTypes.of(items.get(0))
            : type;
    return changed(
        parts -> {
          parts.isExpanding = true;
          parts.type = ofItems;
        });
  }

  /** {@code bindparam(…, required=True)}: a value must be given when the statement is run. */
  public BindParameter required() {
    return changed(parts -> parts.isRequired = true);
  }

  /** {@code bindparam(…, required=False)}: it is null where no value is given. */
  public BindParameter notRequired() {
    return changed(parts -> parts.isRequired = false);
  }

  /** {@code bindparam(…, quote=True)}: its name is put in quotes, where the dialect prints one. */
  public BindParameter quoted() {
    return changed(parts -> parts.key = new QuotedName(key.text(), Quoting.ALWAYS));
  }

  /** {@code bindparam(…, isoutparam=True)}: the database puts a value into it. */
  public BindParameter outParameter() {
    return changed(parts -> parts.isOutParameter = true);
  }

  /** This parameter as the list of an IN or NOT IN. */
  BindParameter asExpanding(Operator operator) {
    return changed(
        parts -> {
          parts.isExpanding = true;
          parts.expandOperator = operator;
        });
  }

  /** This parameter, but its value is put into the text: {@code render_literal_execute()}. */
  public BindParameter asLiterallyExecuted() {
    return changed(parts -> parts.isLiteralExecute = true);
  }

  /** This parameter with another type, as SQLAlchemy's {@code _with_binary_element_type}. */
  public BindParameter withType(SqlType changed) {
    return changed(parts -> parts.type = changed);
  }

  /**
   * A parameter like this one that is not the same: under a name of its own if the name is made up.
   */
  public BindParameter apart() {
    return isUnique && key instanceof AnonymousName anonymous
        ? changed(parts -> parts.key = AnonymousName.fresh(anonymous.base()))
        : changed(parts -> {});
  }

  /** This parameter with a value, which makes it no longer required. */
  public BindParameter withValue(@Nullable Object given) {
    return changed(
        parts -> {
          parts.value = given;
          parts.isRequired = false;
        });
  }

  private BindParameter changed(Consumer<Parts> change) {
    Parts parts = new Parts(this);
    change.accept(parts);
    return parts.make();
  }

  /** The parts of a parameter, of which one or two are to be others. */
  private static final class Parts {

    private Name key;
    private @Nullable Object value;
    private SqlType type;
    private boolean isRequired;
    private boolean isUnique;
    private boolean isExpanding;
    private @Nullable Operator expandOperator;
    private boolean isLiteralExecute;
    private boolean isOutParameter;
    private final boolean isLimitOrOffset;

    Parts(BindParameter bind) {
      key = bind.key;
      value = bind.value;
      type = bind.type;
      isRequired = bind.isRequired;
      isUnique = bind.isUnique;
      isExpanding = bind.isExpanding;
      expandOperator = bind.expandOperator;
      isLiteralExecute = bind.isLiteralExecute;
      isOutParameter = bind.isOutParameter;
      isLimitOrOffset = bind.isLimitOrOffset;
    }

    BindParameter make() {
      return new BindParameter(
          key,
          value,
          type,
          isRequired,
          isUnique,
          isExpanding,
          expandOperator,
          isLiteralExecute,
          isOutParameter,
          isLimitOrOffset);
    }
  }

  @Override
  public List<ClauseElement> children() {
    return List.of();
  }

  @Override
  public <R> R accept(ClauseVisitor<R> visitor) {
    return visitor.visitBindParameter(this);
  }
}
