package cc.bench;

import java.io.IOException;
import java.util.Random;

/** Writes bytes, which nothing compresses, to standard output as fast as they are taken. */
public final class Flood {
    private Flood() {}

    public static void main(String[] arguments) throws IOException {
        byte[] piece = new byte[1 << 16];
        new Random(1).nextBytes(piece);
        while (!System.out.checkError()) {
            System.out.write(piece);
        }
    }
}
