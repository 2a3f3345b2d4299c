package dev.brine.sql;

import dev.brine.error.CompileException;
import dev.brine.expr.ClauseList;
import dev.brine.expr.FunctionCall;
import dev.brine.expr.FunctionOrderBy;
import dev.brine.expr.GenericFunction;
import dev.brine.expr.TableValuedFunction;
import dev.brine.expr.WithinGroup;
import dev.brine.schema.AnonymousName;
import dev.brine.schema.QuotedName;
import dev.brine.schema.Quoting;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Calls of functions. */
final class FunctionCompiler {

  /**
   * Spellings of generic functions that are neither their names nor, as those of the functions
   * without parentheses, their names in upper case ({@code FUNCTIONS} of rel_2_0_52, {@code
   * sql/compiler.py}).
   */
  private static final Map<GenericFunction, String> SPELLINGS =
      Map.of(
          GenericFunction.CUBE, "CUBE",
          GenericFunction.GROUPING_SETS, "GROUPING SETS",
          GenericFunction.ROLLUP, "ROLLUP",
          GenericFunction.SYSDATE, "sysdate");

  private final StatementCompiler compiler;
  private final Compilation compilation;

  FunctionCompiler(StatementCompiler compiler, Compilation compilation) {
    this.compiler = compiler;
    this.compilation = compilation;
  }

  Fragment compile(FunctionCall call) {
    return compile(call, () -> text(call));
  }

  /** A function that gives a table, whose rows may be counted. */
  Fragment compile(TableValuedFunction function) {
    FunctionCall call = function.call();
    String suffix = function.hasOrdinality() ? " WITH ORDINALITY" : "";
    return compile(call, () -> Fragment.of(text(call), suffix));
  }

  /** An aggregate of its rows in an order (rel_2_1_0b3, {@code visit_aggregateorderby}). */
  Fragment ordered(FunctionOrderBy ordered) {
    DialectRules rules = compilation.rules();
    FunctionCall call = ordered.element() instanceof FunctionCall function ? function : null;
    ClauseList order = ClauseList.comma(ordered.orderBy());
    if (call != null && lowerName(call).equals("aggregate_strings")) {
      if (call.arguments().size() < 2) {
        throw new CompileException(
            "aggregate_strings takes an expression and a separator", "call it with both");
      }
      return compile(call, () -> rules.orderedStrings(compiler, call, order));
    }
    if (rules.ordersBehindAggregates()) {
      return compiler.compile(new WithinGroup(ordered.element(), ordered.orderBy()));
    }
    if (call == null) {
      throw rules.unsupported("an order of rows that have a FILTER already");
    }
    return compile(
        call,
        () -> {
          if (rules.function(compiler, call) != null) {
            throw rules.unsupported(call.name().text() + "() of rows in an order");
          }
          Fragment arguments = Fragment.join(", ", call.arguments(), compiler::compile);
          return Fragment.of(
              path(call), "(", arguments, " ORDER BY ", compiler.compile(order), ")");
        });
  }

  private Fragment compile(FunctionCall call, Supplier<Fragment> text) {
    Scope outside = compiler.scope();
    if (outside.isResult()) {
      compilation.resultColumns().add(new ResultColumn(call.name().text(), call.type()));
    }
    Scope inside = outside.result(false).from(false);
    Fragment printed = compiler.within(inside, text);
    return outside.isFrom() ? compilation.rules().functionInFrom(call, printed) : printed;
  }

  private Fragment text(FunctionCall call) {
    Fragment own = compilation.rules().function(compiler, call);
    if (own != null) {
      return own;
    }
    GenericFunction generic = call.generic();
    boolean isBare =
        call.arguments().isEmpty()
            && ((generic != null && generic.isAnsi())
                || compilation.rules().omitsParentheses(call.name().text()));
    return isBare ? Fragment.of(path(call)) : Fragment.of(path(call), arguments(compiler, call));
  }

  /** The name behind those of its packages. */
  private String path(FunctionCall call) {
    GenericFunction generic = call.generic();
    String name = generic == null ? name(call) : spelling(generic);
    return Stream.concat(call.packageNames().stream().map(this::packageName), Stream.of(name))
        .collect(Collectors.joining("."));
  }

  private static String spelling(GenericFunction function) {
    String name = function.functionName();
    return SPELLINGS.getOrDefault(
        function, function.isAnsi() ? name.toUpperCase(Locale.ROOT) : name);
  }

  /** The name in quotes if it was marked for them or could not be read without. */
  private String name(FunctionCall call) {
    IdentifierPreparer identifiers = compilation.rules().identifiers();
    if (call.name() instanceof AnonymousName anonymous) {
      return anonymous.template();
    }
    QuotedName name = (QuotedName) call.name();
    boolean isMarked = name.quoting() != Quoting.AUTOMATIC;
    return isMarked || identifiers.hasIllegalCharacters(name.text())
        ? identifiers.quote(name)
        : name.text();
  }

  private String packageName(String name) {
    IdentifierPreparer identifiers = compilation.rules().identifiers();
    return identifiers.hasIllegalCharacters(name) ? identifiers.quoted(name) : name;
  }

  /**
   * The two arguments of {@code aggregate_strings()} behind a dialect's name for it, the separator
   * put into the text just before it is run.
   */
  static Fragment strings(ElementCompiler c, String name, FunctionCall call) {
    return Fragment.of(
        name + "(",
        c.compile(call.arguments().get(0)),
        ", ",
        c.compileLiterally(call.arguments().get(1)));
  }

  /** The same with the order among the arguments. */
  static Fragment stringsOrdered(
      ElementCompiler c, String name, FunctionCall call, ClauseList order) {
    return Fragment.of(strings(c, name, call), " ORDER BY ", c.compile(order), ")");
  }

  /** The same with the order behind the call. */
  static Fragment stringsWithinGroup(
      ElementCompiler c, String name, FunctionCall call, ClauseList order) {
    return Fragment.of(strings(c, name, call), ") WITHIN GROUP (ORDER BY ", c.compile(order), ")");
  }

  /**
   * A dialect's name for {@code pow()} where 2.1 knows it; null of another function of that name.
   */
  static @Nullable Fragment power(ElementCompiler c, String name, FunctionCall call) {
    return call.generic() == GenericFunction.POW ? Fragment.of(name, arguments(c, call)) : null;
  }

  /** The arguments in parentheses, where the call stands. */
  static Fragment arguments(ElementCompiler c, FunctionCall call) {
    return Fragment.of("(", Fragment.join(", ", call.arguments(), c::compile), ")");
  }

  /** The arguments in parentheses, as if they stood by themselves. */
  static Fragment argumentsApart(ElementCompiler c, FunctionCall call) {
    return Fragment.of("(", Fragment.join(", ", call.arguments(), c::compileApart), ")");
  }

  /** The name by which dialects look up spellings of their own. */
  static String lowerName(FunctionCall call) {
    return call.name().text().toLowerCase(Locale.ROOT);
  }
}
