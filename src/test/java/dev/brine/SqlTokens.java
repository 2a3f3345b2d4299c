package dev.brine;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Divides SQL into the kinds of its tokens, by the lexical rules of a database's manual and knowing
 * nothing of how Brine prints: what is inside of quotes, of a remark, or outside of both.
 */
final class SqlTokens {

  private static final String STRING = "'(?:[^']|'')*'";
  private static final String STRING_WITH_ESCAPES = "'(?:[^'\\\\]|''|\\\\.)*'";
  private static final String QUOTED = "\"(?:[^\"]|\"\")*\"";
  private static final String BACKTICKS = "`(?:[^`]|``)*`";
  private static final String BRACKETS = "\\[(?:[^\\]]|\\]\\])*\\]";

  private static final String REST =
      "|(?<remark>--[^\\n]*|/\\*.*?(?:\\*/|$))"
          + "|(?<number>\\d+(?:\\.\\d*)?(?:[eE][-+]?\\d+)?)"
          + "|(?<name>[\\p{L}_][\\p{L}\\p{N}_$]*)"
          + "|(?<space>[\\s\\x0B]+)"
          + "|(?<bind>\\?)"
          + "|(?<other>.)";

  private static final List<String> KINDS = List.of("string", "quoted", "remark", "number", "name");

  private SqlTokens() {}

  /** The kinds of the tokens, and what stands outside of all quotes that is no word or number. */
  static List<String> kinds(String sql, String dialect) {
    List<String> kinds = new ArrayList<>();
    Matcher tokens = pattern(dialect).matcher(sql);
    while (tokens.find()) {
      if (tokens.group("space") == null) {
        kinds.add(kind(tokens));
      }
    }
    return kinds;
  }

  private static String kind(Matcher tokens) {
    for (String kind : KINDS) {
      if (tokens.group(kind) != null) {
        // Whether a name needs quotes depends on the name.
        return kind.equals("quoted") ? "name" : kind;
      }
    }
    return tokens.group();
  }

  private static Pattern pattern(String dialect) {
    String start =
        switch (dialect) {
          case "mysql", "mariadb" ->
              "(?<string>%s|%s)|(?<quoted>%s)|(?:(?=#)#[^\\n]*)"
                  .formatted(STRING_WITH_ESCAPES, QUOTED, BACKTICKS);
          case "mssql" -> "(?<string>%s)|(?<quoted>%s|%s)".formatted(STRING, QUOTED, BRACKETS);
          case "sqlite" ->
              "(?<string>%s)|(?<quoted>%s|%s|\\[[^\\]]*\\])".formatted(STRING, QUOTED, BACKTICKS);
          default -> "(?<string>%s)|(?<quoted>%s)".formatted(STRING, QUOTED);
        };
    return Pattern.compile(start + REST, Pattern.DOTALL);
  }
}
