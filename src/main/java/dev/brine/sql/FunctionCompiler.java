package dev.brine.sql;

import dev.brine.expr.FunctionCall;
import dev.brine.schema.AnonymousName;
import dev.brine.schema.QuotedName;
import dev.brine.schema.Quoting;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/** Calls of functions. */
final class FunctionCompiler {

  /**
   * Functions that have a class and a spelling in SQLAlchemy and whose parentheses are left out
   * where there is nothing in them ({@code FUNCTIONS} of rel_2_0_52, {@code sql/compiler.py}).
   */
  private static final Map<String, String> SPELLINGS =
      Map.ofEntries(
          Map.entry("coalesce", "coalesce"),
          Map.entry("current_date", "CURRENT_DATE"),
          Map.entry("current_time", "CURRENT_TIME"),
          Map.entry("current_timestamp", "CURRENT_TIMESTAMP"),
          Map.entry("current_user", "CURRENT_USER"),
          Map.entry("localtime", "LOCALTIME"),
          Map.entry("localtimestamp", "LOCALTIMESTAMP"),
          Map.entry("sysdate", "sysdate"),
          Map.entry("session_user", "SESSION_USER"),
          Map.entry("user", "USER"),
          Map.entry("cube", "CUBE"),
          Map.entry("rollup", "ROLLUP"),
          Map.entry("grouping_sets", "GROUPING SETS"));

  private final StatementCompiler compiler;
  private final Compilation compilation;

  FunctionCompiler(StatementCompiler compiler, Compilation compilation) {
    this.compiler = compiler;
    this.compilation = compilation;
  }

  Fragment compile(FunctionCall call) {
    Scope outside = compiler.scope();
    if (outside.isResult()) {
      compilation.resultColumns().add(new ResultColumn(call.name().text(), call.type()));
    }
    Scope inside = outside.result(false);
    return compiler.within(inside, () -> text(call));
  }

  private Fragment text(FunctionCall call) {
    Fragment own = compilation.rules().function(compiler, call);
    if (own != null) {
      return own;
    }
    String spelling = call.isGeneric() ? SPELLINGS.get(call.name().text()) : null;
    boolean isBare = spelling != null && call.arguments().isEmpty();
    String name = spelling == null ? name(call) : spelling;
    String path =
        Stream.concat(call.packageNames().stream().map(this::packageName), Stream.of(name))
            .reduce((left, right) -> left + "." + right)
            .orElse(name);
    return isBare ? Fragment.of(path) : Fragment.of(path, arguments(call));
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

  private Fragment arguments(FunctionCall call) {
    return Fragment.of("(", Fragment.join(", ", call.arguments(), compiler::compile), ")");
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
