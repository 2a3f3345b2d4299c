package dev.brine.sql;

import dev.brine.codec.EnumMembers;
import dev.brine.error.CompileException;
import dev.brine.expr.BindParameter;
import dev.brine.expr.LabelName;
import dev.brine.schema.AnonymousName;
import dev.brine.schema.Name;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The parameters met so far and their names. Not thread-safe. */
final class BindTable {

  private final NameMap names;
  private final IdentityHashMap<BindParameter, NamedBind> known = new IdentityHashMap<>();
  private final Map<String, BindParameter> byName = new HashMap<>();
  private final List<NamedBind> inOrder = new ArrayList<>();
  private final Map<String, NamedBind> returned = new HashMap<>();
  private final Set<BindParameter> own = Collections.newSetFromMap(new IdentityHashMap<>());

  BindTable(NameMap names) {
    this.names = names;
  }

  /**
   * A parameter and its name, which it is given when it is first met.
   *
   * @param isLiteralExecute whether the place where it stands takes no parameters
   * @throws CompileException if another parameter has that name and the two cannot be one
   */
  @SuppressWarnings("ReferenceEquality") // two equal parameters are still two
  NamedBind add(BindParameter parameter, boolean isLiteralExecute) {
    NamedBind bind = known.get(parameter);
    if (bind == null) {
      BindParameter read = read(parameter);
      bind =
          new NamedBind(nameFor(parameter), isLiteralExecute ? read.asLiterallyExecuted() : read);
      known.put(parameter, bind);
      inOrder.add(bind);
    }
    String name = bind.name();
    BindParameter other = byName.get(name);
    if (other != null && other != parameter) {
      refuseConflict(name, other, parameter);
    }
    byName.put(name, parameter);
    return bind;
  }

  /** A value for a column may have got its type, which tells members of an Enum, just now. */
  @SuppressWarnings("ReferenceEquality") // whether there was anything to read
  private static BindParameter read(BindParameter parameter) {
    Object value = EnumMembers.of(parameter.value(), parameter.type());
    return value == parameter.value() ? parameter : parameter.withValue(value);
  }

  /**
   * Elements of two dumps may have been given the same name when they were loaded: then it is made
   * up anew for the second.
   */
  private String nameFor(BindParameter parameter) {
    String name = nameFor(parameter.key());
    BindParameter other = byName.get(name);
    boolean isTaken = other != null && parameter.isUnique() && other.key().equals(parameter.key());
    return isTaken && parameter.key() instanceof AnonymousName anonymous
        ? nameFor(AnonymousName.fresh(anonymous.base()))
        : name;
  }

  private String nameFor(Name key) {
    return key instanceof AnonymousName anonymous
        ? names.shortened(NameMap.Kind.BIND, LabelName.of(anonymous)).text()
        : key.text();
  }

  /**
   * A parameter that RETURNING puts a value into, in the place of one that another statement's
   * RETURNING called the same (rel_2_0_58, {@code dialects/oracle/base.py: returning_clause}).
   */
  NamedBind returned(BindParameter parameter) {
    NamedBind bind = new NamedBind(nameFor(parameter.key()), parameter);
    NamedBind other = returned.put(bind.name(), bind);
    if (other == null) {
      inOrder.add(bind);
    } else {
      inOrder.set(inOrder.indexOf(other), bind);
    }
    byName.put(bind.name(), parameter);
    return bind;
  }

  /** Whether the statement has parameters of its own that take values from the database. */
  boolean hasOutParameters() {
    return inOrder.stream()
        .anyMatch(bind -> bind.parameter().isOutParameter() && !returned.containsValue(bind));
  }

  /** Notes a parameter that a statement made for one of the columns it sets. */
  void own(BindParameter parameter) {
    own.add(parameter);
  }

  private void refuseConflict(String name, BindParameter one, BindParameter other) {
    if (one.isUnique() || other.isUnique()) {
      throw new CompileException(
          "Bind parameter '" + name + "' conflicts with unique bind parameter of the same name",
          "call one of the two parameters otherwise");
    }
    if (one.isExpanding() != other.isExpanding()) {
      throw new CompileException(
          "Can't reuse bound parameter name '"
              + name
              + "' in both 'expanding' (e.g. within an IN expression) and non-expanding contexts.",
          "mark it expanding in both places, or give it another name in one");
    }
    if (own.contains(one) && own.contains(other)) {
      throw new CompileException(
          "Encountered unsupported case when compiling an INSERT or UPDATE statement.  If this is a"
              + " multi-table UPDATE statement, please provide string-named arguments to the"
              + " values() method with distinct names; support for multi-table UPDATE statements"
              + " that target multiple tables for UPDATE is very limited",
          "name the parameters of the values by text");
    }
    if (own.contains(one) || own.contains(other)) {
      throw new CompileException(
          "bindparam() name '%s' is reserved for automatic usage in the VALUES or SET clause of this"
                  .formatted(name)
              + " insert/update statement.   Please use a name other than column name when using"
              + " bindparam() with insert() or update() (for example, 'b_%s').".formatted(name),
          "call the parameter otherwise");
    }
  }

  /** All parameters in the order in which they were first met. */
  List<NamedBind> inOrder() {
    return inOrder;
  }
}
