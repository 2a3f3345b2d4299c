package dev.brine.sql;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;

/** The words that each dialect puts in quotes, in lower case. */
final class ReservedWords {

  static final Set<String> DEFAULT = read("default");
  static final Set<String> SQLITE = read("sqlite");
  static final Set<String> POSTGRESQL = read("postgresql");
  static final Set<String> MYSQL = read("mysql");
  static final Set<String> MARIADB = read("mariadb");
  static final Set<String> ORACLE = read("oracle");
  static final Set<String> MSSQL = read("mssql");
  static final Set<String> H2 = read("h2");
  static final Set<String> DUCKDB = read("duckdb");
  static final Set<String> TRINO = read("trino");

  private ReservedWords() {}

  private static Set<String> read(String dialect) {
    String resource = "reserved-words-" + dialect + ".txt";
    try (InputStream in = ReservedWords.class.getResourceAsStream(resource)) {
      if (in == null) {
        throw new IllegalStateException("the library lacks its file " + resource);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.startsWith("#"))
          .flatMap(line -> Arrays.stream(line.split(" ", -1)))
          .collect(Collectors.toUnmodifiableSet());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
