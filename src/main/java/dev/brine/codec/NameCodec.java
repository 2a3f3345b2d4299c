package dev.brine.codec;

import dev.brine.pickle.PyByteString;
import dev.brine.pickle.PyGlobal;
import dev.brine.pickle.PyNone;
import dev.brine.pickle.PyObject;
import dev.brine.pickle.PyTuple;
import dev.brine.schema.AnonymousName;
import dev.brine.schema.Name;
import dev.brine.schema.QuotedName;
import dev.brine.schema.Quoting;
import dev.brine.shape.NotUnderstood;
import dev.brine.shape.PythonClasses;
import dev.brine.shape.Texts;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Names: plain text, {@code quoted_name} and its subclasses. The tokens of anonymous names, which
 * are addresses of the Python process, become small numbers in the order of their appearance.
 */
final class NameCodec {

  private static final String ANONYMOUS = PythonClasses.element("_anonymous_label").path();

  /** In 0.6 both a name made up and a long one (rel_0_6_9, {@code sql/expression.py}). */
  private static final String GENERATED = "sqlalchemy.sql.expression._generated_label";

  /** A name that a naming convention made. */
  private static final PyGlobal CONVENTION = PythonClasses.element("conv");

  private static final String TRUNCATED = PythonClasses.element("_truncated_label").path();

  private static final Set<String> QUOTED =
      Set.of(GENERATED, PythonClasses.element("quoted_name").path(), TRUNCATED, CONVENTION.path());

  private final Map<String, Long> tokens = new HashMap<>();
  private final LongSupplier next;

  /** For the names of a statement. */
  NameCodec() {
    this(1);
  }

  /**
   * @param firstToken the number of the first name; those of two graphs whose elements meet in one
   *     statement must not be the same
   */
  NameCodec(long firstToken) {
    next = new AtomicLong(firstToken)::getAndIncrement;
  }

  private NameCodec(LongSupplier next) {
    this.next = next;
  }

  /** A name that somebody gave. */
  static Object write(QuotedName name) {
    return name.quoting() == Quoting.AUTOMATIC
        ? name.text()
        : PyObject.reduce(
            PythonClasses.element("quoted_name"), name.text(), name.quoting() == Quoting.ALWAYS);
  }

  /** Names that no other element has, for what is to stand in statements of other dumps. */
  static NameCodec apart() {
    return new NameCodec(AnonymousName::nextToken);
  }

  static boolean isName(PyObject object) {
    String className = PythonClasses.canonical(object.className());
    return className.equals(ANONYMOUS) || QUOTED.contains(className);
  }

  /** Whether it is a name that may be cut where it is too long. */
  static boolean isGenerated(@Nullable Object node) {
    if (!(node instanceof PyObject object)) {
      return false;
    }
    String className = PythonClasses.canonical(object.className());
    return className.equals(TRUNCATED) || className.equals(CONVENTION.path());
  }

  /** Such a name. */
  static PyObject generated(String text) {
    return PyObject.reduce(CONVENTION, text, PyNone.NONE);
  }

  Name read(Object node, GraphPath path) {
    return node instanceof PyObject object ? readCall(object, path) : Name.of(text(node, path));
  }

  /** Whether it is a name that is made up when compiled; unlike reading it, gives it no number. */
  static boolean isAnonymous(@Nullable Object node) {
    if (!(node instanceof PyObject object)) {
      return false;
    }
    String className = PythonClasses.canonical(object.className());
    return className.equals(ANONYMOUS)
        || (className.equals(GENERATED)
            && !object.typeArgs().isEmpty()
            && Texts.of(object.typeArgs().get(0)).contains(AnonymousTokens.OPENING));
  }

  private Name readCall(PyObject object, GraphPath path) {
    String className = PythonClasses.canonical(object.className());
    PyTuple args = object.typeArgs();
    boolean isAnonymous = isAnonymous(object);
    if (!isAnonymous && !QUOTED.contains(className)) {
      throw new NotUnderstood("a name of class " + className);
    }
    String text = text(args.isEmpty() ? PyNone.NONE : args.get(0), path);
    return isAnonymous
        ? new AnonymousName(AnonymousTokens.replace(text, this::token))
        : new QuotedName(text, quoting(args));
  }

  private static String text(Object node, GraphPath path) {
    if (node instanceof String text) {
      return text;
    }
    if (node instanceof PyByteString bytes) {
      return bytes.text();
    }
    throw GraphToExpr.wrong("a name", node, path);
  }

  private static Quoting quoting(PyTuple args) {
    if (args.size() < 2 || !(args.get(1) instanceof Boolean quote)) {
      return Quoting.AUTOMATIC;
    }
    return quote ? Quoting.ALWAYS : Quoting.NEVER;
  }

  /** A token that is used nowhere else. */
  long nextToken() {
    return next.getAsLong();
  }

  private long token(String python) {
    return tokens.computeIfAbsent(python, unseen -> next.getAsLong());
  }
}
