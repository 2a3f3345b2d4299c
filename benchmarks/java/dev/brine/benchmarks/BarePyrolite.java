package dev.brine.benchmarks;

import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import net.razorvine.pickle.IObjectConstructor;
import net.razorvine.pickle.Unpickler;

/**
 * Pyrolite as it comes, told only what it must know to read these dumps at all: to keep a
 * persistent id as it is, and to make a map of every object. Its own maps would not do: they are
 * hashed by what they hold, and a set in {@code report} holds itself.
 */
final class BarePyrolite extends Unpickler {

  /** Module and name of all that is called in the dumps. */
  private static final String CALLABLES =
      """
      _operator and_
      _operator eq
      _operator ge
      _operator gt
      _operator le
      _operator lt
      _operator ne
      _operator or_
      models Order
      models User
      sqlalchemy.cyextension.immutabledict immutabledict
      sqlalchemy.event.base _UnpickleDispatch
      sqlalchemy.orm.strategy_options Load
      sqlalchemy.orm.strategy_options _AttributeStrategyLoad
      sqlalchemy.sql.base ColumnCollection
      sqlalchemy.sql.base ColumnSet
      sqlalchemy.sql.base DedupeColumnCollection
      sqlalchemy.sql.base ReadOnlyColumnCollection
      sqlalchemy.sql.elements BinaryExpression
      sqlalchemy.sql.elements BindParameter
      sqlalchemy.sql.elements BooleanClauseList
      sqlalchemy.sql.elements Case
      sqlalchemy.sql.elements ClauseList
      sqlalchemy.sql.elements ColumnClause
      sqlalchemy.sql.elements Grouping
      sqlalchemy.sql.elements Label
      sqlalchemy.sql.elements UnaryExpression
      sqlalchemy.sql.elements _anonymous_label
      sqlalchemy.sql.elements _truncated_label
      sqlalchemy.sql.functions count
      sqlalchemy.sql.functions max
      sqlalchemy.sql.functions sum
      sqlalchemy.sql.operators comma_op
      sqlalchemy.sql.operators desc_op
      sqlalchemy.sql.operators in_op
      sqlalchemy.sql.operators not_in_op
      sqlalchemy.sql.roles WhereHavingRole
      sqlalchemy.sql.schema Column
      sqlalchemy.sql.schema ForeignKey
      sqlalchemy.sql.schema ForeignKeyConstraint
      sqlalchemy.sql.selectable Select
      sqlalchemy.sql.selectable SelectLabelStyle
      sqlalchemy.sql.selectable Subquery
      sqlalchemy.sql.selectable _OffsetLimitParam
      sqlalchemy.sql.sqltypes Boolean
      sqlalchemy.sql.sqltypes HasExpressionLookup.Comparator
      sqlalchemy.sql.sqltypes Integer
      sqlalchemy.sql.sqltypes NullType
      sqlalchemy.sql.sqltypes Numeric
      sqlalchemy.sql.sqltypes String
      """;

  static {
    CALLABLES
        .lines()
        .map(line -> line.split(" "))
        .forEach(names -> registerConstructor(names[0], names[1], arguments -> new Instance()));
  }

  static Object read(byte[] dump) {
    try {
      return new BarePyrolite().loads(dump);
    } catch (IOException e) {
      throw new AssertionError("no I/O when reading from an array", e);
    }
  }

  @Override
  protected Object persistentLoad(Object id) {
    return id;
  }

  /** An object: its attributes, or what else it was given for a state. One of them is called. */
  public static final class Instance implements IObjectConstructor {

    private final Map<Object, Object> attributes = new HashMap<>();

    @Override
    public Object construct(Object[] arguments) {
      return new Instance();
    }

    // Pyrolite looks for these by their names and the exact classes of their parameters.
    @SuppressWarnings("NonApiType") // see above
    public void __setstate__(HashMap<?, ?> state) {
      attributes.putAll(state);
    }

    public void __setstate__(Object[] state) {
      attributes.put("__state__", state);
    }

    @Override
    public String toString() {
      return attributes.toString();
    }
  }
}
