package dev.brine.wrapping;

import dev.brine.error.UsageException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import org.apache.commons.compress.compressors.bzip2.BZip2CompressorInputStream;
import org.apache.commons.compress.compressors.bzip2.BZip2CompressorOutputStream;

/** bz2, which the JDK does not have. The library is optional: hardly any dump needs it. */
final class Bzip2 {

  private Bzip2() {}

  static InputStream reader(byte[] content) throws IOException {
    try {
      return Library.reader(content);
    } catch (NoClassDefFoundError e) {
      throw missing(e);
    }
  }

  /**
   * @param blockSize 1 to 9, in units of 100,000 bytes
   */
  static OutputStream writer(OutputStream out, int blockSize) throws IOException {
    try {
      return Library.writer(out, blockSize);
    } catch (NoClassDefFoundError e) {
      throw missing(e);
    }
  }

  private static UsageException missing(NoClassDefFoundError e) {
    return new UsageException(
        "bz2 needs a library that is not on the class path",
        "add org.apache.commons:commons-compress to the dependencies",
        e);
  }

  /** A class of its own, since the JVM looks for what it uses as soon as it is. */
  private static final class Library {

    static InputStream reader(byte[] content) throws IOException {
      return new BZip2CompressorInputStream(new ByteArrayInputStream(content), true);
    }

    static OutputStream writer(OutputStream out, int blockSize) throws IOException {
      return new BZip2CompressorOutputStream(out, blockSize);
    }
  }
}
