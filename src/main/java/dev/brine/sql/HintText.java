package dev.brine.sql;

import dev.brine.error.CompileException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a hint says about a FROM element: a text of Python's, in which {@code %(name)s} is the name
 * of the element and {@code %%} a percent sign ({@code _setup_select_hints}, rel_2_0_58, {@code
 * sql/compiler.py}).
 */
final class HintText {

  private static final Pattern PERCENT = Pattern.compile("%(\\(name\\)s|%)?");

  private HintText() {}

  /**
   * The text with the name filled in.
   *
   * @throws CompileException if a percent sign stands alone, which Python refuses
   */
  static String of(String hint, String name) {
    Matcher percent = PERCENT.matcher(hint);
    StringBuilder text = new StringBuilder();
    while (percent.find()) {
      String what = percent.group(1);
      if (what == null) {
        throw new CompileException(
            "the hint '%s' has a percent sign at %d that is neither %%%% nor %%(name)s"
                .formatted(hint, percent.start()),
            "write %% for a percent sign");
      }
      percent.appendReplacement(text, Matcher.quoteReplacement(what.equals("%") ? "%" : name));
    }
    return percent.appendTail(text).toString();
  }
}
