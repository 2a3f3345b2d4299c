package dev.brine.wrapping;

import com.fasterxml.jackson.core.JsonEncoding;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.brine.catalog.JsonLimits;
import dev.brine.error.MalformedPickleException;
import dev.brine.error.UsageException;
import dev.brine.pickle.ReadLimits;
import dev.brine.schema.MetaData;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A JSON text one of whose strings holds the dump. All else in it stays as it is, byte by byte.
 *
 * <p>A JSON text may have as many strings as fit into it: all these share its bytes.
 */
final class JsonEnvelope implements Wrapping {

  private static final JsonFactory JSON = new JsonFactory();
  private static final JsonMapper MAPPER =
      JsonMapper.builder(
              JsonFactory.builder()
                  .streamReadConstraints(
                      StreamReadConstraints.builder().maxStringLength(Integer.MAX_VALUE).build())
                  .build())
          .build();

  private final byte[] json;
  private final int start;
  private final int end;
  private final JsonPointer place;

  /**
   * @param start where the string's first quote stands
   * @param end the place behind its last quote
   * @param place where in the JSON the string is
   */
  JsonEnvelope(byte[] json, int start, int end, JsonPointer place) {
    this.json = json;
    this.start = start;
    this.end = end;
    this.place = place;
  }

  /** Where in the JSON the string is. */
  JsonPointer place() {
    return place;
  }

  static final class Peeler implements dev.brine.wrapping.Peeler {

    @Override
    public List<Peeled> peel(byte[] content, ReadLimits limits) {
      Margins margins = Margins.of(content);
      if (!startsLikeJson(margins.body())) {
        return List.of();
      }
      try (JsonParser parser = factory(limits).createParser(content)) {
        return strings(parser, content);
      } catch (StreamConstraintsException e) {
        throw JsonLimits.exceeded(e, limits);
      } catch (JsonProcessingException e) {
        // What only starts like JSON may be something else: a literal of Python in double quotes.
        if (margins.body().startsWith("{\"")) {
          throw new MalformedPickleException(
              "the JSON is broken: " + e.getOriginalMessage(), null, e);
        }
        return List.of();
      } catch (IOException e) {
        throw new AssertionError(e); // No I/O reading from an array.
      }
    }

    /** RFC 8259, 8.1: what is sent is UTF-8; in other encodings a zero stands beside the first. */
    private static boolean startsLikeJson(String body) {
      boolean isOpening = !body.isEmpty() && "{[\"".indexOf(body.charAt(0)) >= 0;
      return isOpening && (body.length() < 2 || body.charAt(1) != 0);
    }

    private static JsonFactory factory(ReadLimits limits) {
      return JsonFactory.builder().streamReadConstraints(JsonLimits.constraints(limits)).build();
    }

    private static List<Peeled> strings(JsonParser parser, byte[] content) throws IOException {
      List<Peeled> found = new ArrayList<>();
      JsonToken token = parser.nextToken();
      while (token != null) {
        if (token == JsonToken.VALUE_STRING) {
          int start = Math.toIntExact(parser.currentTokenLocation().getByteOffset());
          byte[] text = parser.getText().getBytes(StandardCharsets.UTF_8);
          int end = Math.toIntExact(parser.currentLocation().getByteOffset());
          JsonPointer place = parser.getParsingContext().pathAsPointer();
          found.add(new Peeled(new JsonEnvelope(content, start, end, place), text));
        }
        token = parser.nextToken();
      }
      return found;
    }
  }

  @Override
  public WrappingKind kind() {
    return WrappingKind.JSON;
  }

  /** The path to the dump, such as {@code "$.query"}. */
  @Override
  public String details() {
    StringBuilder path = new StringBuilder("$");
    for (JsonPointer at = place; !at.matches(); at = at.tail()) {
      path.append(
          at.mayMatchElement()
              ? "[" + at.getMatchingIndex() + "]"
              : "." + at.getMatchingProperty());
    }
    return path.toString();
  }

  /** The tables that the JSON describes; null if it does not. */
  @Nullable MetaData tables() {
    try {
      return EnvelopeTables.near(MAPPER.readTree(wrap(new byte[0])), place);
    } catch (IOException e) {
      throw new AssertionError(e); // It was read before.
    }
  }

  @Override
  public byte[] wrap(byte[] content) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.write(json, 0, start);
    out.writeBytes(quoted(content));
    out.write(json, end, json.length - end);
    return out.toByteArray();
  }

  private static byte[] quoted(byte[] content) {
    ByteArrayOutputStream out = new ByteArrayOutputStream(content.length + 2);
    try (JsonGenerator generator = JSON.createGenerator(out, JsonEncoding.UTF8)) {
      generator.writeString(
          StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(content)).toString());
    } catch (CharacterCodingException e) {
      throw new UsageException(
          "the dump is to stand in JSON and is no text",
          "wrap it in base64, or write it with protocol 0, which is text",
          e);
    } catch (IOException e) {
      throw new AssertionError(e); // No I/O writing to an array.
    }
    return out.toByteArray();
  }
}
