package dev.brine.sql;

import dev.brine.expr.FunctionCall;
import dev.brine.expr.GenericFunction;
import dev.brine.expr.TableValuedFunction;
import dev.brine.schema.AnonymousName;
import dev.brine.schema.QuotedName;
import dev.brine.schema.Quoting;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

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
    return compile(call, "");
  }

  /** A function that gives a table, whose rows may be counted. */
  Fragment compile(TableValuedFunction function) {
    return compile(function.call(), function.hasOrdinality() ? " WITH ORDINALITY" : "");
  }

  private Fragment compile(FunctionCall call, String suffix) {
    Scope outside = compiler.scope();
    if (outside.isResult()) {
      compilation.resultColumns().add(new ResultColumn(call.name().text(), call.type()));
    }
    Scope inside = outside.result(false).from(false);
    Fragment text = Fragment.of(compiler.within(inside, () -> text(call)), suffix);
    return outside.isFrom() ? compilation.rules().functionInFrom(call, text) : text;
  }

  private Fragment text(FunctionCall call) {
    Fragment own = compilation.rules().function(compiler, call);
    if (own != null) {
      return own;
    }
    GenericFunction generic = call.generic();
    String name = generic == null ? name(call) : spelling(generic);
    boolean isBare =
        call.arguments().isEmpty()
            && ((generic != null && generic.isAnsi())
                || compilation.rules().omitsParentheses(call.name().text()));
    String path =
        Stream.concat(call.packageNames().stream().map(this::packageName), Stream.of(name))
            .reduce((left, right) -> left + "." + right)
            .orElse(name);
    return isBare ? Fragment.of(path) : Fragment.of(path, arguments(compiler, call));
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
