package dev.brine.jooq;

import dev.brine.error.JooqImportException;
import dev.brine.expr.BindParameter;
import dev.brine.expr.ColumnElement;
import dev.brine.expr.ColumnRef;
import dev.brine.expr.CustomOperator;
import dev.brine.expr.FunctionCall;
import dev.brine.expr.Functions;
import dev.brine.expr.Grouping;
import dev.brine.expr.Sql;
import dev.brine.schema.SqlType;
import dev.brine.schema.Types;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.QueryPart;
import org.jooq.SQLDialect;
import org.jooq.Select;
import org.jooq.impl.QOM;

/**
 * Reads values and conditions as jOOQ itself prints them: by parts that are known, functions and
 * operators, in the dialect of the query. See {@link Spellings} for which.
 */
// Handlers are of raw fields, as jOOQ's class literals are.
@SuppressWarnings("rawtypes")
final class Expansions {

  /** As an operator of SQLAlchemy does that binds its operands, but not their parts. */
  private static final int KEYWORDS_BIND = 10;

  private final SQLDialect dialect;
  private final FieldImport fields;

  Expansions(SQLDialect dialect, FieldImport fields) {
    this.dialect = dialect;
    this.fields = fields;
  }

  /** What a dialect spells otherwise goes before what is read by its standard name. */
  void registerSpelled(Handlers<Twin<Field>> handlers) {
    if (dialect != SQLDialect.DEFAULT) {
      for (Class<?> kind : Spellings.OTHERWISE) {
        handlers.onWhere(
            kind,
            part -> isSpelled((QueryPart) part, kind),
            part -> value((Field<?>) part, dialect));
      }
    }
  }

  void registerSpelledConditions(Handlers<Twin<Condition>> handlers) {
    if (dialect != SQLDialect.DEFAULT) {
      for (Class<?> kind : Spellings.CONDITIONS_OTHERWISE) {
        handlers.onWhere(
            kind,
            part -> Expansion.of((QueryPart) part, dialect) != null,
            part -> condition((Condition) part, dialect));
      }
    }
  }

  /** An ordered-set aggregate in the place of another is that other, as SQLAlchemy has it. */
  private boolean isSpelled(QueryPart part, Class<?> kind) {
    Expansion printed = Expansion.of(part, dialect);
    return kind == QOM.Mode.class ? printed instanceof Expansion.Call : printed != null;
  }

  void registerValues(Handlers<Twin<Field>> handlers) {
    for (Class<?> kind : Spellings.values()) {
      handlers.on(kind, part -> value((Field<?>) part, spelling((QueryPart) part, kind)));
    }
  }

  void registerConditions(Handlers<Twin<Condition>> handlers) {
    for (Class<?> kind : Spellings.conditions()) {
      handlers.on(kind, part -> condition((Condition) part, spelling((QueryPart) part, kind)));
    }
  }

  /** The dialect to read a part in. */
  private SQLDialect spelling(QueryPart part, Class<?> kind) {
    SQLDialect spelling = dialect == SQLDialect.DEFAULT ? Spellings.common(kind) : dialect;
    if (spelling == null) {
      throw new JooqImportException(
          "the expression %s (jOOQ's %s) cannot be imported: each database spells it differently"
              .formatted(part, kind.getSimpleName()),
          "make the query with a DSLContext of the dialect it is for");
    }
    return spelling;
  }

  private Twin<Field> value(Field<?> part, SQLDialect spelling) {
    return new Twin<>(element(part, JooqTypes.of(part.getDataType()), spelling), part);
  }

  private Twin<Condition> condition(Condition part, SQLDialect spelling) {
    return new Twin<>(element(part, Types.BOOLEAN, spelling), part);
  }

  private ColumnElement element(QueryPart part, SqlType type, SQLDialect spelling) {
    Expansion printed = Expansion.of(part, spelling);
    if (printed instanceof Expansion.Same same) {
      return read(same.other(), spelling);
    }
    if (printed instanceof Expansion.Infix infix) {
      String operator = infix.operator().toUpperCase(Locale.ROOT);
      ColumnElement left = operand(read(infix.left(), spelling));
      ColumnElement right = operand(read(infix.right(), spelling));
      return part instanceof Condition
          ? left.boolOp(operator, right)
          : left.op(operator(operator, type), right);
    }
    if (printed instanceof Expansion.Test test) {
      String words = test.words().toUpperCase(Locale.ROOT);
      int last = words.lastIndexOf(' ');
      return operand(read(test.value(), spelling))
          .boolOp(words.substring(0, last), Sql.literalColumn(words.substring(last + 1)));
    }
    if (printed instanceof Expansion.Call call) {
      return call(call, type, spelling);
    }
    throw new JooqImportException(
        "the expression %s (jOOQ's %s) cannot be imported in the dialect %s"
            .formatted(part, part.getClass().getSimpleName(), spelling),
        "it is no function or operator there; write it with the fluent API of dev.brine.expr");
  }

  /** Binds more loosely than all others, so that it is in parentheses wherever it is an operand. */
  private static CustomOperator operator(String text, SqlType type) {
    return new CustomOperator(text, 0, false, false, false, type);
  }

  private static ColumnElement operand(ColumnElement element) {
    boolean isAtom =
        element instanceof ColumnRef
            || element instanceof BindParameter
            || element instanceof FunctionCall
            || element instanceof Grouping;
    return isAtom ? element : Grouping.of(element);
  }

  private ColumnElement call(Expansion.Call call, SqlType type, SQLDialect spelling) {
    List<Object> arguments = new ArrayList<>();
    for (int i = 0; i < call.operands().size(); i++) {
      ColumnElement operand = read(call.operands().get(i), spelling);
      String separator = i == 0 ? "," : call.separators().get(i - 1);
      if (separator.equals(",")) {
        arguments.add(operand);
      } else {
        int last = arguments.size() - 1;
        ColumnElement before = (ColumnElement) arguments.get(last);
        // Each binds less than the one before it, so that none is put into parentheses.
        CustomOperator word =
            new CustomOperator(
                separator.toUpperCase(Locale.ROOT), KEYWORDS_BIND - i, false, false, false, null);
        arguments.set(last, before.op(word, operand(operand)));
      }
    }
    return Functions.func(call.name(), type, arguments.toArray());
  }

  /** Reads a part; one that jOOQ has no kind for is read as it is printed, too. */
  private ColumnElement read(QueryPart part, SQLDialect spelling) {
    FieldImport reader = fields.in(spelling);
    if (part instanceof Condition condition) {
      if (!reader.conditions().knows(condition)) {
        return element(condition, Types.BOOLEAN, spelling);
      }
      Twin<Condition> read = reader.conditions().read(condition);
      MirrorCheck.requireEqual(condition, read.mirror());
      return read.element();
    }
    if (part instanceof Select<?> select) {
      return reader.nested(select).element().scalarSubquery();
    }
    if (part instanceof Field<?> field && !reader.knows(field)) {
      return element(field, JooqTypes.of(field.getDataType()), spelling);
    }
    Twin<Field> read = reader.read(part);
    MirrorCheck.requireEqual(part, read.mirror());
    return read.element();
  }
}
