package cc.protocol.command;

import java.util.Arrays;

/**
 * Encoding 2: for gradients and photographs. A row is a filter's number and then four (or three) runs of bytes: green,
 * red minus green, blue minus green, alpha; each byte is the difference from what the filter predicts from
 * neighbours in the same run.
 */
final class FilteredPixels {
    static final int NONE = 0;
    static final int LEFT = 1;
    static final int UP = 2;
    static final int PAETH = 3;
    private static final int FILTERS = 4;

    /** The row being worked on and the one above, as runs. */
    private byte[] row = new byte[0];

    private byte[] above = new byte[0];
    private byte[] filtered = new byte[0];
    private byte[] best = new byte[0];

    static int length(int width, int height, int bytesPerPixel) {
        return height * (1 + width * bytesPerPixel);
    }

    void write(ByteWriter out, int[] pixels, int offset, int scan, int width, int height, int bytesPerPixel) {
        begin(width * bytesPerPixel);
        for (int y = 0; y < height; y++) {
            swap();
            split(pixels, offset + y * scan, width, bytesPerPixel);
            int chosen = NONE;
            long least = Long.MAX_VALUE;
            for (int filter = 0; filter < FILTERS; filter++) {
                long cost = filter(filter, width, bytesPerPixel);
                if (cost < least) {
                    least = cost;
                    chosen = filter;
                    byte[] swapped = best;
                    best = filtered;
                    filtered = swapped;
                }
            }
            out.put(chosen);
            out.put(best, 0, width * bytesPerPixel);
        }
    }

    int[] read(ByteReader in, int length, int width, int height, int bytesPerPixel) throws ProtocolException {
        PixelCodec.requireLength(length, length(width, height, bytesPerPixel), width, height);
        int[] pixels = new int[width * height];
        begin(width * bytesPerPixel);
        for (int y = 0; y < height; y++) {
            swap();
            int filter = in.u8();
            if (filter >= FILTERS) {
                throw new ProtocolException("there is no filter " + filter);
            }
            for (int run = 0; run < bytesPerPixel; run++) {
                for (int i = run * width, end = i + width, left = 0, corner = 0; i < end; i++) {
                    int up = above[i] & 0xff;
                    left = in.u8() + predict(filter, left, up, corner) & 0xff;
                    row[i] = (byte) left;
                    corner = up;
                }
            }
            join(pixels, y * width, width, bytesPerPixel);
        }
        return pixels;
    }

    private void begin(int rowBytes) {
        if (row.length < rowBytes) {
            row = new byte[rowBytes];
            above = new byte[rowBytes];
            filtered = new byte[rowBytes];
            best = new byte[rowBytes];
        }
        Arrays.fill(row, 0, rowBytes, (byte) 0);
    }

    private void swap() {
        byte[] swapped = above;
        above = row;
        row = swapped;
    }

    private void split(int[] pixels, int from, int width, int bytesPerPixel) {
        for (int x = 0; x < width; x++) {
            int pixel = pixels[from + x];
            int green = pixel >> 8;
            row[x] = (byte) green;
            row[width + x] = (byte) ((pixel >> 16) - green);
            row[2 * width + x] = (byte) (pixel - green);
            if (bytesPerPixel == 4) {
                row[3 * width + x] = (byte) (pixel >> 24);
            }
        }
    }

    private void join(int[] pixels, int to, int width, int bytesPerPixel) {
        for (int x = 0; x < width; x++) {
            int green = row[x] & 0xff;
            int red = row[width + x] + green & 0xff;
            int blue = row[2 * width + x] + green & 0xff;
            int alpha = bytesPerPixel == 4 ? row[3 * width + x] & 0xff : 0xff;
            pixels[to + x] = alpha << 24 | red << 16 | green << 8 | blue;
        }
    }

    /** Filters the row; the result is the sum of the differences' sizes, the less the better. */
    private long filter(int filter, int width, int runs) {
        long cost = 0;
        for (int run = 0; run < runs; run++) {
            for (int i = run * width, end = i + width, left = 0, corner = 0; i < end; i++) {
                int up = above[i] & 0xff;
                byte difference = (byte) (row[i] - predict(filter, left, up, corner));
                filtered[i] = difference;
                cost += Math.abs(difference);
                left = row[i] & 0xff;
                corner = up;
            }
        }
        return cost;
    }

    private static int predict(int filter, int left, int up, int corner) {
        return switch (filter) {
            case LEFT -> left;
            case UP -> up;
            case PAETH -> {
                int toLeft = Math.abs(up - corner);
                int toUp = Math.abs(left - corner);
                int toCorner = Math.abs(left + up - 2 * corner);
                yield toLeft <= toUp && toLeft <= toCorner ? left : toUp <= toCorner ? up : corner;
            }
            default -> 0;
        };
    }
}
