package dev.brine.sql;

import dev.brine.expr.BindParameter;
import dev.brine.expr.TextClause;
import dev.brine.expr.TextualSelect;
import dev.brine.schema.Types;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** SQL that somebody wrote: {@code visit_textclause} of rel_2_0_52, {@code sql/compiler.py}. */
final class TextCompiler {

  /** {@code BIND_PARAMS_ESC}: a colon that is none of a parameter's. */
  private static final Pattern ESCAPED_COLON =
      Pattern.compile("\\\\(:[\\p{L}\\p{N}_]*)(?![:\\p{L}\\p{N}_])");

  private final StatementCompiler compiler;
  private final Compilation compilation;

  TextCompiler(StatementCompiler compiler, Compilation compilation) {
    this.compiler = compiler;
    this.compilation = compilation;
  }

  Fragment text(TextClause text) {
    Scope outside = compiler.scope();
    if (outside.isResult()) {
      compilation.resultForm(ResultForm.AD_HOC_TEXT);
      compilation.resultColumns().add(new ResultColumn("", Types.NULL));
    }
    return compiler.within(outside.result(false), () -> parts(text));
  }

  private Fragment parts(TextClause text) {
    List<Object> pieces = new ArrayList<>();
    Matcher matcher = TextClause.BIND.matcher(text.text());
    int at = 0;
    while (matcher.find()) {
      pieces.add(plain(text.text().substring(at, matcher.start())));
      pieces.add(compiler.compile(bind(text, matcher.group(1))));
      at = matcher.end();
    }
    pieces.add(plain(text.text().substring(at)));
    return Fragment.of(pieces.toArray());
  }

  /** What looks like a parameter is printed as one, even if nothing is known about it. */
  private static BindParameter bind(TextClause text, String name) {
    BindParameter known = text.binds().get(name);
    return known == null ? BindParameter.required(name, Types.NULL) : known;
  }

  private static String plain(String piece) {
    return ESCAPED_COLON.matcher(piece).replaceAll("$1");
  }

  private static ResultForm form(TextualSelect select) {
    if (select.columns().isEmpty()) {
      return ResultForm.TEXT;
    }
    return select.isPositional() ? ResultForm.TEXT_IN_ORDER : ResultForm.TEXT_BY_NAME;
  }

  /** The columns are not printed, but say what the result is made of. */
  Fragment select(TextualSelect select) {
    CompileStack stack = compilation.stack();
    CompileStack.Entry around = stack.top();
    Scope outside = compiler.scope();
    boolean isTop = stack.isEmpty();
    boolean givesResult =
        isTop || (around.needsResult() && !outside.is(Scope.Place.LATER_OF_COMPOUND));
    return stack.within(
        CompileStack.Entry.OUTSIDE,
        () -> {
          compiler.independentCtes(select.options().ctes());
          if (givesResult) {
            addResult(select);
          }
          Fragment text = compiler.compile(select.element(), outside.result(false).from(false));
          return Fragment.of(compilation.ctes().clause(isTop ? 0 : stack.depth(), false), text);
        });
  }

  private void addResult(TextualSelect select) {
    compilation.resultForm(form(select));
    Scope inside = Scope.TOP.inColumns(true).result(true);
    select.columns().forEach(column -> compiler.compile(column, inside));
  }
}
