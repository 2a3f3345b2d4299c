package dev.brine.wrapping;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import java.util.zip.InflaterInputStream;

/** A format of compression: how to know it, to read it and to write it. */
enum Compression {
  GZIP(WrappingKind.GZIP) {
    @Override
    boolean matches(byte[] content) {
      return startsWith(content, 0, GZIP_MAGIC);
    }

    @Override
    InputStream reader(byte[] content) throws IOException {
      return new GZIPInputStream(new ByteArrayInputStream(content));
    }

    /** By XFL, the ninth byte. */
    @Override
    int level(byte[] content) {
      return switch (content.length > XFL ? content[XFL] : 0) {
        case SMALLEST -> Deflater.BEST_COMPRESSION;
        case FASTEST -> Deflater.BEST_SPEED;
        default -> Deflater.DEFAULT_COMPRESSION;
      };
    }

    @Override
    OutputStream writer(OutputStream out, int level) throws IOException {
      return new Gzip(out, level);
    }
  },

  ZLIB(WrappingKind.ZLIB) {
    /** RFC 1950, 2.2: method 8, a window of at most 32K, no dictionary, and a check of these. */
    @Override
    boolean matches(byte[] content) {
      if (content.length < 2) {
        return false;
      }
      int method = Byte.toUnsignedInt(content[0]);
      int flags = Byte.toUnsignedInt(content[1]);
      return (method & 0xF) == DEFLATE
          && method >> 4 <= LARGEST_WINDOW
          && (flags & DICTIONARY) == 0
          && ((method << 8) + flags) % CHECK == 0;
    }

    @Override
    InputStream reader(byte[] content) {
      return new InflaterInputStream(new ByteArrayInputStream(content));
    }

    /** By FLEVEL, the highest two bits of the flags. */
    @Override
    int level(byte[] content) {
      return switch (Byte.toUnsignedInt(content[1]) >> 6) {
        case 0 -> Deflater.BEST_SPEED;
        case 1 -> FAST;
        case 3 -> Deflater.BEST_COMPRESSION;
        default -> Deflater.DEFAULT_COMPRESSION;
      };
    }

    @Override
    OutputStream writer(OutputStream out, int level) {
      return new Zlib(out, level);
    }
  },

  BZ2(WrappingKind.BZ2) {
    /** "BZh", the size of its blocks, and the start of a block or of the end. */
    @Override
    boolean matches(byte[] content) {
      return startsWith(content, 0, 'B', 'Z', 'h')
          && content.length > BLOCK
          && content[BLOCK - 1] >= '1'
          && content[BLOCK - 1] <= '9'
          && (startsWith(content, BLOCK, BLOCK_MAGIC) || startsWith(content, BLOCK, END_MAGIC));
    }

    @Override
    InputStream reader(byte[] content) throws IOException {
      return Bzip2.reader(content);
    }

    @Override
    int level(byte[] content) {
      return content[BLOCK - 1] - '0';
    }

    @Override
    OutputStream writer(OutputStream out, int level) throws IOException {
      return Bzip2.writer(out, level);
    }
  };

  private static final int[] GZIP_MAGIC = {0x1F, 0x8B, 0x08};
  private static final int XFL = 8;
  private static final byte SMALLEST = 2;
  private static final byte FASTEST = 4;

  private static final int DEFLATE = 8;
  private static final int LARGEST_WINDOW = 7;
  private static final int DICTIONARY = 0x20;
  private static final int CHECK = 31;
  private static final int FAST = 5;

  /** Where the first block starts. */
  private static final int BLOCK = 4;

  /** The digits of pi, and of its square root. */
  private static final int[] BLOCK_MAGIC = {0x31, 0x41, 0x59, 0x26, 0x53, 0x59};

  private static final int[] END_MAGIC = {0x17, 0x72, 0x45, 0x38, 0x50, 0x90};

  private final WrappingKind kind;

  Compression(WrappingKind kind) {
    this.kind = kind;
  }

  WrappingKind kind() {
    return kind;
  }

  /** Whether the bytes start like this format. */
  abstract boolean matches(byte[] content);

  /**
   * The content, as it is asked for.
   *
   * @throws IOException if the format is broken; reading may throw it, too
   */
  abstract InputStream reader(byte[] content) throws IOException;

  /** How hard the writer tried, by what the bytes show of it. */
  abstract int level(byte[] content);

  abstract OutputStream writer(OutputStream out, int level) throws IOException;

  private static boolean startsWith(byte[] content, int offset, int... start) {
    if (content.length < offset + start.length) {
      return false;
    }
    for (int i = 0; i < start.length; i++) {
      if (Byte.toUnsignedInt(content[offset + i]) != start[i]) {
        return false;
      }
    }
    return true;
  }

  /** The JDK's class takes no level. */
  private static final class Gzip extends GZIPOutputStream {
    Gzip(OutputStream out, int level) throws IOException {
      super(out);
      def.setLevel(level);
    }
  }

  /** The JDK's class takes no level unless the caller closes the compressor. */
  private static final class Zlib extends DeflaterOutputStream {
    Zlib(OutputStream out, int level) {
      super(out, new Deflater(level));
    }

    @Override
    public void close() throws IOException {
      try {
        super.close();
      } finally {
        def.end();
      }
    }
  }
}
