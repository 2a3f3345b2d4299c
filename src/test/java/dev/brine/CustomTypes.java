package dev.brine;

import static dev.brine.expr.Functions.func;

import dev.brine.engine.EngineBuilder;
import dev.brine.expr.BindParameter;
import dev.brine.expr.ColumnElement;
import dev.brine.expr.Sql;
import dev.brine.expr.TypeCoerce;
import dev.brine.jooq.UserType;
import dev.brine.schema.SqlType;
import dev.brine.schema.Types;
import dev.brine.sql.CompileOptions;
import dev.brine.sql.CustomRenderers;
import dev.brine.sql.Dialect;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The Java counterparts of the types in {@code python-fixtures/custom.py}. */
public final class CustomTypes {

  /** A type whose values are what the database has. */
  private interface PlainValues extends UserType {

    @Override
    default @Nullable Object toDatabase(@Nullable Object value, Dialect dialect) {
      return value;
    }

    @Override
    default @Nullable Object fromDatabase(@Nullable Object value, Dialect dialect) {
      return value;
    }
  }

  private static final UserType LOWERED =
      new PlainValues() {
        @Override
        public ColumnElement bindExpression(BindParameter bind, Dialect dialect) {
          return func("lower", bind);
        }

        @Override
        public ColumnElement columnExpression(ColumnElement column, Dialect dialect) {
          return func("upper", column);
        }
      };

  /**
   * Where the dialect has a String of its own, SQLAlchemy takes that for any class below String.
   */
  private static final UserType TRIMMED =
      new PlainValues() {
        @Override
        public SqlType extended() {
          return Types.STRING;
        }

        @Override
        public ColumnElement bindExpression(BindParameter bind, Dialect dialect) {
          return hasOwnString(dialect) ? bind : func("trim", bind.type(), bind, " %");
        }

        @Override
        public ColumnElement columnExpression(ColumnElement column, Dialect dialect) {
          return hasOwnString(dialect) ? column : func("trim", column);
        }

        private boolean hasOwnString(Dialect dialect) {
          return dialect == Dialect.ORACLE || dialect == Dialect.MSSQL;
        }
      };

  private static final UserType MARKED =
      new PlainValues() {
        @Override
        public ColumnElement bindExpression(BindParameter bind, Dialect dialect) {
          return Sql.literalColumn("'<'")
              .concat(new TypeCoerce(bind, Types.STRING))
              .concat(Sql.literalColumn("'>'"));
        }
      };

  private static final UserType SHOWN =
      new PlainValues() {
        @Override
        public ColumnElement columnExpression(ColumnElement column, Dialect dialect) {
          return func("coalesce", column, "nothing");
        }
      };

  private static final Map<String, UserType> BY_CLASS =
      Map.of(
          "custom.lowered", LOWERED,
          "custom.trimmed", TRIMMED,
          "custom.marked", MARKED,
          "custom.shown", SHOWN);

  private static final CustomRenderers RENDERERS =
      CustomRenderers.NONE
          .withExpressions(BY_CLASS)
          .withType("custom.marked", (type, dialect) -> "MARKED");

  /** Compiles statements in which they are as SQLAlchemy does. */
  public static final CompileOptions OPTIONS = CompileOptions.DEFAULT.withRenderers(RENDERERS);

  private CustomTypes() {}

  /** Makes an engine know them. */
  public static EngineBuilder registered(EngineBuilder engine) {
    BY_CLASS.forEach(engine::userType);
    return engine;
  }
}
