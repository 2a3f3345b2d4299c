package dev.brine.wrapping;

import dev.brine.error.MalformedPickleException;
import dev.brine.error.PickleLimitException;
import dev.brine.pickle.Limit;
import dev.brine.pickle.ReadLimits;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;

/**
 * Compressed bytes.
 *
 * @param level as the format counts it
 */
record Compressed(Compression format, int level) implements Wrapping {

  /** Finds one format. */
  record Peeler(Compression format) implements dev.brine.wrapping.Peeler {

    private static final int CHUNK = 8192;

    @Override
    public List<Peeled> peel(byte[] content, ReadLimits limits) {
      if (!format.matches(content)) {
        return List.of();
      }
      Wrapping found = new Compressed(format, format.level(content));
      return List.of(new Peeled(found, read(content, limits)));
    }

    /** Counts while it reads: how large the content is cannot be known before. */
    private byte[] read(byte[] content, ReadLimits limits) {
      long most = limits.maxExpanded(content.length);
      try (InputStream in = format.reader(content)) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(CHUNK);
        byte[] chunk = new byte[CHUNK];
        int length = in.read(chunk);
        while (length >= 0) {
          if (out.size() + length > most) {
            throw tooLarge(content.length, limits);
          }
          out.write(chunk, 0, length);
          length = in.read(chunk);
        }
        return out.toByteArray();
      } catch (IOException e) {
        throw new MalformedPickleException(
            "the %s is broken: %s".formatted(format.kind(), e.getMessage()), null, e);
      }
    }

    private PickleLimitException tooLarge(int compressed, ReadLimits limits) {
      String what = "What the %s holds is longer than".formatted(format.kind());
      return limits.maxExpanded(compressed) == limits.of(Limit.MAX_BYTES)
          ? Limit.MAX_BYTES.exceeded(what, limits)
          : Limit.MAX_EXPANSION.exceeded(what, limits, " times its %d bytes".formatted(compressed));
    }
  }

  @Override
  public WrappingKind kind() {
    return format.kind();
  }

  @Override
  public String details() {
    return "";
  }

  @Override
  public byte[] wrap(byte[] content) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (OutputStream out = format.writer(bytes, level)) {
      out.write(content);
    } catch (IOException e) {
      throw new AssertionError(e); // No I/O writing to an array.
    }
    return bytes.toByteArray();
  }
}
