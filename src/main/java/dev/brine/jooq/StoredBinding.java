package dev.brine.jooq;

import dev.brine.schema.SqlType;
import dev.brine.sql.Dialect;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jooq.Binding;
import org.jooq.BindingGetResultSetContext;
import org.jooq.BindingGetSQLInputContext;
import org.jooq.BindingGetStatementContext;
import org.jooq.BindingRegisterContext;
import org.jooq.BindingSQLContext;
import org.jooq.BindingSetSQLOutputContext;
import org.jooq.BindingSetStatementContext;
import org.jooq.Converter;
import org.jooq.DataType;
import org.jooq.Scope;
import org.jooq.conf.ParamType;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;

/**
 * Takes values to and from the database by their SQLAlchemy type, past jOOQ's and the driver's own
 * conversions, which lose fractions of seconds, digits and NULLs.
 */
// jOOQ's Binding is serializable by inheritance; nobody serializes a query with this one.
@SuppressWarnings("serial")
final class StoredBinding implements Binding<Object, Object> {

  private final SqlType type;
  private final Map<Setting, StoredValues> valuesBySetting = new ConcurrentHashMap<>();

  StoredBinding(SqlType type) {
    this.type = type;
  }

  /** A jOOQ type whose values travel so. */
  static DataType<Object> dataType(SqlType type) {
    return SQLDataType.OTHER.asConvertedDataType(new StoredBinding(type));
  }

  private StoredValues values(Scope context) {
    Setting setting =
        new Setting(
            JooqDialects.fromJooq(context.dialect()), UserTypes.of(context.configuration()));
    return valuesBySetting.computeIfAbsent(
        setting, given -> StoredValues.of(type, given.dialect(), given.userTypes()));
  }

  /** What the way of a type's values depends on besides the type. */
  private record Setting(Dialect dialect, UserTypes userTypes) {}

  @Override
  public Converter<Object, Object> converter() {
    return Converter.of(Object.class, Object.class, value -> value, value -> value);
  }

  @Override
  public void sql(BindingSQLContext<Object> context) {
    if (context.render().paramType() == ParamType.INLINED) {
      context.render().visit(DSL.inline(values(context).toDriver(context.value())));
    } else {
      context.render().sql(context.variable());
    }
  }

  @Override
  public void set(BindingSetStatementContext<Object> context) throws SQLException {
    values(context).write(context.statement(), context.index(), context.value());
  }

  @Override
  public void get(BindingGetResultSetContext<Object> context) throws SQLException {
    context.value(values(context).read(context.resultSet(), context.index()));
  }

  @Override
  public void register(BindingRegisterContext<Object> context) throws SQLException {
    throw noProcedures();
  }

  @Override
  public void get(BindingGetStatementContext<Object> context) throws SQLException {
    throw noProcedures();
  }

  @Override
  public void set(BindingSetSQLOutputContext<Object> context) throws SQLException {
    throw noProcedures();
  }

  @Override
  public void get(BindingGetSQLInputContext<Object> context) throws SQLException {
    throw noProcedures();
  }

  private static SQLException noProcedures() {
    return new SQLFeatureNotSupportedException(
        "values typed by SQLAlchemy are no parameters of procedures");
  }
}
