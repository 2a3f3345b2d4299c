package dev.brine.series;

import dev.brine.expr.MappedEntity;
import dev.brine.pickle.PyGlobal;
import dev.brine.pickle.PyList;
import dev.brine.pickle.PyNone;
import dev.brine.pickle.PyObject;
import dev.brine.pickle.PyTuple;
import dev.brine.shape.Calls;
import dev.brine.shape.OrmClasses;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Aliases of mapped classes and their attributes as {@link EntityShapes13} writes them for 1.3, by
 * the constructor and by name.
 */
public final class EntityCalls {

  static final PyGlobal INSPECT = new PyGlobal("sqlalchemy.inspection", "inspect");

  /** How what a class is mapped to is asked for. */
  static final String SELECTABLE = "selectable";

  /** What an alias is always made with: class, FROM element, name, flatness, adaption by name. */
  private static final int ARGUMENTS = 5;

  /** Those that one with classes below its own is made with. */
  private static final int ALL_ARGUMENTS = 10;

  static final List<ReshapingRule> RULES =
      List.of(
          ReshapingRule.when(
              OrmClasses.ALIASED_CLASS, alias -> isMade(alias.arguments()), EntityCalls::alias),
          ReshapingRule.when(
              INSPECT,
              call -> call.arguments().size() == 1,
              call ->
                  call.become(OrmClasses.ALIASED_INSPECTION)
                      .put("entity", call.arguments().get(0))
                      .call(List.of())),
          ReshapingRule.when(
              Calls.GETATTR, call -> isAttribute(call.arguments()), EntityCalls::attribute));

  private EntityCalls() {}

  /** The class of which all that it is mapped to is selected; null if a node is none of that. */
  public static @Nullable MappedEntity selected(PyObject node) {
    if (!node.className().equals(Calls.GETATTR.path())) {
      return null;
    }
    PyTuple given = node.typeArgs();
    return given.size() == 2
            && given.get(1).equals(SELECTABLE)
            && given.get(0) instanceof MappedEntity entity
        ? entity
        : null;
  }

  private static boolean isMade(List<Object> arguments) {
    return arguments.size() >= ARGUMENTS && arguments.get(0) instanceof MappedEntity;
  }

  private static void alias(Reshaping alias) {
    List<Object> given = alias.arguments();
    alias
        .put("mapper", given.get(0))
        .put("alias", given.get(1))
        .put("name", given.get(2))
        .put("adapt_on_names", given.get(4));
    if (given.size() == ALL_ARGUMENTS) {
      alias
          .put("with_polymorphic_mappers", given.get(5))
          .put("with_polymorphic_discriminator", given.get(6))
          .put("use_mapper_path", given.get(8))
          .put("represents_outer_join", given.get(9));
    } else {
      alias.put("with_polymorphic_mappers", new PyList(List.of(given.get(0))));
    }
    alias.call(List.of());
  }

  private static boolean isAttribute(List<Object> arguments) {
    return arguments.size() == 2
        && arguments.get(1) instanceof String
        && arguments.get(0) instanceof PyObject alias
        && alias.className().equals(OrmClasses.ALIASED_CLASS.path());
  }

  private static void attribute(Reshaping call) {
    List<Object> given = call.arguments();
    call.become(OrmClasses.ATTRIBUTE)
        .call(List.of(given.get(1), PyNone.NONE, given.get(0), PyNone.NONE));
  }
}
