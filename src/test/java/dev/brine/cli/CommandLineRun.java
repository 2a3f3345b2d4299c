package dev.brine.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;

/** What one command line printed and how it ended. */
record CommandLineRun(int exitCode, String out, String err) {

  private static final JsonMapper JSON =
      JsonMapper.builder().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS).build();

  static CommandLineRun brine(String... args) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    int exitCode =
        Main.commandLine(new PrintWriter(out, true), new PrintWriter(err, true)).execute(args);
    return new CommandLineRun(exitCode, out.toString(), err.toString());
  }

  /** The JSON objects, one of each line. */
  List<JsonNode> json() throws JsonProcessingException {
    List<JsonNode> all = new ArrayList<>();
    for (String line : out.lines().toList()) {
      all.add(JSON.readTree(line));
    }
    return all;
  }
}
