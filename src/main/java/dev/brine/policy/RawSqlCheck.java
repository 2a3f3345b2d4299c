package dev.brine.policy;

import dev.brine.error.ForbiddenStatementException;
import dev.brine.error.Wording;
import dev.brine.expr.BinaryExpression;
import dev.brine.expr.BindParameter;
import dev.brine.expr.ClauseElement;
import dev.brine.expr.ClauseList;
import dev.brine.expr.Collation;
import dev.brine.expr.ColumnElement;
import dev.brine.expr.ColumnRef;
import dev.brine.expr.CustomOperator;
import dev.brine.expr.ExpressionClauseList;
import dev.brine.expr.Extract;
import dev.brine.expr.Opaque;
import dev.brine.expr.Operator;
import dev.brine.expr.StatementOptions;
import dev.brine.expr.TextClause;
import dev.brine.expr.TextualSelect;
import dev.brine.expr.UnaryExpression;
import dev.brine.schema.SqlType;
import dev.brine.schema.TypeName;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Whether an element is printed by SQLAlchemy as the text it was given. Not thread-safe. */
final class RawSqlCheck {

  /** Symbols, or a word: nothing that could end an expression or begin a remark. */
  private static final Pattern OPERATOR =
      Pattern.compile("(?!.*(--|/\\*|\\*/))[-+*/<>=~!@#%^&|?:]+|[A-Za-z_]+( [A-Za-z_]+)?");

  /**
   * What SQLAlchemy itself writes as text in {@code count()}, {@code exists()} and {@code any()}.
   */
  private static final Pattern LITERAL = Pattern.compile("\\d+|\\*");

  /** What may stand in SQL without quotes. */
  private static final Pattern WORDS = Pattern.compile("[\\w .@-]*");

  /** A Python format of what stands between quotes: nothing that could end them. */
  private static final Pattern FORMAT = Pattern.compile("[\\w .@%()/:,+-]*");

  /** Arguments of types that are names, and quoted; all other text is written as it is. */
  private static final Set<String> QUOTED_IN_TYPES =
      Set.of("name", "schema", "enums", "check", "regexp", "constraint_name", "not_null");

  private final Set<Object> seen = Collections.newSetFromMap(new IdentityHashMap<>());

  void check(ClauseElement element) {
    if (element instanceof TextClause || element instanceof TextualSelect) {
      throw forbidden("text()");
    }
    if (element instanceof ColumnRef column
        && column.isLiteral()
        && !LITERAL.matcher(column.key()).matches()) {
      throw forbidden("literal_column(\"%s\")".formatted(column.key()));
    }
    if (element instanceof Opaque opaque) {
      throw PolicyCheck.forbidden(Wording.a(opaque.className()), "what is not understood");
    }
    if (element instanceof Extract extract) {
      word("the field of extract()", extract.field());
    }
    if (element instanceof Collation collation) {
      word("the collation", collation.name());
    }
    if (element instanceof BindParameter bind && !bind.isExpanding()) {
      array(bind.value());
    }
    operator(operatorOf(element));
    if (element instanceof UnaryExpression unary) {
      operator(unary.modifier());
    }
    if (element instanceof ColumnElement column) {
      type(column.type());
    }
  }

  /**
   * As a literal an array has brackets around it, which are quotes to SQLite and SQL Server: these
   * have no arrays, and would end the quote within a text.
   */
  private static void array(@Nullable Object value) {
    if (!(value instanceof List<?> items)) {
      return;
    }
    for (Object item : items) {
      if (item instanceof String text && text.contains("]")) {
        throw forbidden("an array with '%s'".formatted(text));
      }
      array(item);
    }
  }

  static void hints(StatementOptions options) {
    if (!(options.hints().isEmpty() && options.statementHints().isEmpty())) {
      throw forbidden("a hint");
    }
  }

  private static @Nullable Operator operatorOf(ClauseElement element) {
    if (element instanceof BinaryExpression binary) {
      return binary.operator();
    }
    if (element instanceof UnaryExpression unary) {
      return unary.operator();
    }
    if (element instanceof ExpressionClauseList list) {
      return list.operator();
    }
    return element instanceof ClauseList list ? list.operator() : null;
  }

  private static void operator(@Nullable Operator operator) {
    if (operator instanceof CustomOperator custom
        && !OPERATOR.matcher(custom.spelling()).matches()) {
      throw forbidden("op(\"%s\")".formatted(custom.spelling()));
    }
  }

  private static void word(String what, Object text) {
    if (!WORDS.matcher(text.toString()).matches()) {
      throw forbidden("%s '%s'".formatted(what, text));
    }
  }

  void type(SqlType type) {
    if (!seen.add(type)) {
      return;
    }
    if (type.name() == TypeName.OPAQUE && type.attribute("sql") != null) {
      throw forbidden("a type that says its own SQL");
    }
    type.attributes().forEach(RawSqlCheck::attribute);
    type.attributes().values().forEach(this::typeWithin);
    type.variants().values().forEach(this::type);
  }

  private static void attribute(String key, @Nullable Object value) {
    Pattern harmless = key.equals("storage_format") ? FORMAT : WORDS;
    if (value instanceof String text
        && !QUOTED_IN_TYPES.contains(key)
        && !harmless.matcher(text).matches()) {
      throw forbidden("the %s of a type '%s'".formatted(key, text));
    }
  }

  private void typeWithin(@Nullable Object value) {
    if (value instanceof SqlType within) {
      type(within);
    }
  }

  private static ForbiddenStatementException forbidden(String what) {
    return PolicyCheck.forbidden(what, "SQL as text");
  }
}
