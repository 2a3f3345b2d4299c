package dev.brine;

import dev.brine.error.BrineException;
import dev.brine.pickle.PickleForm;
import dev.brine.sql.Compiled;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The SQL of all dumps of one form, and which parameters each of its blanks fills. Immutable.
 *
 * <p>It is found by trial: a dump of the form with another value in each blank must give the same
 * text. Parameters that then hold such a value are filled from that blank; a blank that turns up in
 * none may mean anything, and has to hold in each dump what it held in the first.
 */
final class FilledForm {

  private final PickleForm form;
  private final List<@Nullable Object> values;
  private final Compiled compiled;

  /** For each blank the parameters that it fills. */
  private final List<List<String>> names;

  private FilledForm(
      PickleForm form, List<@Nullable Object> values, Compiled compiled, List<List<String>> names) {
    this.form = form;
    this.values = values;
    this.compiled = compiled;
    this.names = names;
  }

  /**
   * What is found out about a form.
   *
   * @param compiled the SQL of a dump of it
   * @param compiler makes SQL of another dump of it
   * @return null if that SQL depends on what is in the blanks
   */
  static @Nullable FilledForm of(
      PickleForm form, Compiled compiled, Function<byte[], Compiled> compiler) {
    try {
      PickleForm other = form.varied();
      if (other == null) {
        return null;
      }
      Compiled trial = compiler.apply(other.pickle());
      List<@Nullable Object> values = form.values();
      List<List<String>> names = new ArrayList<>(values.size());
      for (int i = 0; i < values.size(); i++) {
        names.add(names(compiled, values.get(i), trial, other.values().get(i)));
      }
      FilledForm found = new FilledForm(form, values, compiled, List.copyOf(names));
      return found.gives(trial, other.values()) ? found : null;
    } catch (BrineException notAllowed) {
      return null;
    }
  }

  /** The parameters that hold one value in one statement, and another in the other. */
  private static List<String> names(
      Compiled one, @Nullable Object value, Compiled other, @Nullable Object otherValue) {
    Map<String, @Nullable Object> params = one.params();
    List<String> names = new ArrayList<>();
    other
        .params()
        .forEach(
            (name, each) -> {
              if (Objects.equals(each, otherValue) && Objects.equals(params.get(name), value)) {
                names.add(name);
              }
            });
    return List.copyOf(names);
  }

  /** Whether a dump of these values has this SQL, as far as blanks fill parameters. */
  private boolean gives(Compiled expected, List<@Nullable Object> given) {
    Compiled filled = filled(given);
    return filled.sql().equals(expected.sql()) && filled.params().equals(expected.params());
  }

  /** The SQL of another dump; null if it is not of this form, or holds what cannot be read. */
  @Nullable Compiled fill(PickleForm other) {
    if (!form.isLike(other)) {
      return null;
    }
    try {
      List<@Nullable Object> given = other.values();
      for (int i = 0; i < given.size(); i++) {
        if (names.get(i).isEmpty() && !Objects.equals(given.get(i), values.get(i))) {
          return null;
        }
      }
      return filled(given);
    } catch (BrineException unreadable) {
      return null;
    }
  }

  private Compiled filled(List<@Nullable Object> given) {
    Map<String, @Nullable Object> all = new HashMap<>();
    for (int i = 0; i < names.size(); i++) {
      for (String name : names.get(i)) {
        all.put(name, given.get(i));
      }
    }
    return compiled.holding(all);
  }
}
