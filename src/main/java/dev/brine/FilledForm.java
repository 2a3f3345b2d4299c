package dev.brine;

import dev.brine.error.BrineException;
import dev.brine.pickle.PickleForm;
import dev.brine.pickle.PyBytes;
import dev.brine.pickle.PyGlobal;
import dev.brine.pickle.PyObject;
import dev.brine.pickle.PythonValues;
import dev.brine.sql.Compiled;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;
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
  private final List<List<Filling>> fillings;

  /**
   * What fills a parameter.
   *
   * @param maker what is called with what is in the blank; null where that is the value itself
   */
  private record Filling(String name, @Nullable PyGlobal maker) {

    @Nullable Object of(@Nullable Object blank) {
      return maker == null || blank == null
          ? blank
          : PythonValues.toJava(PyObject.reduce(maker, blank));
    }
  }

  /** What values are made by, of one text or of bytes. */
  private static final List<PyGlobal> MAKERS =
      List.of(
          new PyGlobal("datetime", "datetime"),
          new PyGlobal("datetime", "date"),
          new PyGlobal("datetime", "time"),
          new PyGlobal("decimal", "Decimal"));

  private FilledForm(
      PickleForm form,
      List<@Nullable Object> values,
      Compiled compiled,
      List<List<Filling>> fillings) {
    this.form = form;
    this.values = values;
    this.compiled = compiled;
    this.fillings = fillings;
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
      List<@Nullable Object> others = other.values();
      List<List<Filling>> fillings = new ArrayList<>(values.size());
      for (int i = 0; i < values.size(); i++) {
        fillings.add(fillings(compiled, values.get(i), trial, others.get(i)));
      }
      FilledForm found = new FilledForm(form, values, compiled, List.copyOf(fillings));
      return found.gives(trial, others) ? found : null;
    } catch (BrineException notAllowed) {
      return null;
    }
  }

  /** The parameters that hold what is in a blank, in one statement and in the other. */
  private static List<Filling> fillings(
      Compiled one, @Nullable Object blank, Compiled other, @Nullable Object otherBlank) {
    Map<String, @Nullable Object> values = one.params();
    List<Filling> found = new ArrayList<>();
    other
        .params()
        .forEach(
            (name, value) ->
                candidates(name, blank)
                    .filter(
                        each ->
                            Objects.equals(each.of(otherBlank), value)
                                && Objects.equals(each.of(blank), values.get(name)))
                    .findFirst()
                    .ifPresent(found::add));
    return List.copyOf(found);
  }

  private static Stream<Filling> candidates(String name, @Nullable Object blank) {
    Stream<Filling> asItIs = Stream.of(new Filling(name, null));
    return blank instanceof String || blank instanceof PyBytes
        ? Stream.concat(asItIs, MAKERS.stream().map(maker -> new Filling(name, maker)))
        : asItIs;
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
        if (fillings.get(i).isEmpty() && !Objects.equals(given.get(i), values.get(i))) {
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
    for (int i = 0; i < fillings.size(); i++) {
      for (Filling filling : fillings.get(i)) {
        all.put(filling.name(), filling.of(given.get(i)));
      }
    }
    return compiled.holding(all);
  }
}
