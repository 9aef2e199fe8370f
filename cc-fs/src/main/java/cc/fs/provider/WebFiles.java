package cc.fs.provider;

import cc.fs.service.AttributeChange;
import cc.fs.service.DirectoryEntry;
import cc.fs.service.Errno;
import cc.fs.service.FileAttributes;
import cc.fs.service.FileFault;
import cc.fs.service.FileService;
import cc.fs.service.OpenFile;
import cc.fs.service.OpenFlags;
import cc.fs.service.StoreFacts;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Files of a web server, to be read. The server is asked at each open and each question whether a file has changed; what
 * has not is taken from a cache, and what is not there is fetched in blocks. A folder is what the server answers for with
 * a name that ends with a slash, and it has in it what its page links to.
 */
final class WebFiles implements FileService {
    private static final int WRITE = 2;
    private static final int FILE_MODE = 0x8000 | 0444;
    private static final int FOLDER_MODE = 0x4000 | 0555;
    private static final int NOBODY = 65534;
    private static final int MAX_PAGE_BYTES = 4 << 20;
    private static final int MAX_KNOWN = 10_000;
    private static final long NANOS_PER_MILLI = 1_000_000;

    private final URI root;
    private final String rootPath;
    private final WebBlocks blocks = new WebBlocks();

    /** What is known of files and folders, by path, to be asked anew. */
    private final Map<String, WebAnswer> known = new ConcurrentHashMap<>();

    WebFiles(URI root) {
        this.root = root;
        rootPath = WebNames.decoded(root.getRawPath() == null ? "" : root.getRawPath());
    }

    @Override
    public FileAttributes attributes(String path, boolean followLinks) throws FileFault {
        return attributes(path, look(path));
    }

    private FileAttributes attributes(String path, WebAnswer answer) {
        long modified = answer.modifiedMillis() * NANOS_PER_MILLI;
        long inode = (path + version(answer)).hashCode() & 0xFFFFFFFFL;
        return new FileAttributes(
                answer.folder() ? FOLDER_MODE : FILE_MODE,
                0,
                inode,
                0,
                1,
                NOBODY,
                NOBODY,
                "nobody",
                "nogroup",
                answer.folder() ? 0 : answer.sizeBytes(),
                modified,
                modified,
                modified,
                modified);
    }

    /** Tells whether two answers are of the same contents. */
    static String version(WebAnswer answer) {
        return answer.tag() + " " + answer.modifiedMillis() + " " + answer.sizeBytes();
    }

    private WebAnswer look(String path) throws FileFault {
        WebAnswer before = known.get(path);
        boolean folder = isRootFolder(path) || (before != null && before.folder());
        Map<String, String> condition = before == null || before.tag().isEmpty() ? Map.of() : condition(before);
        URI uri = uri(path, folder);
        HttpURLConnection connection = WebAnswer.ask(uri, "HEAD", condition);
        WebAnswer answer;
        try {
            answer = WebAnswer.of(uri, connection);
        } catch (FileFault e) {
            known.remove(path);
            throw e;
        }
        if (before != null && answer.status() == WebAnswer.UNCHANGED) {
            return before;
        }
        if (!answer.folder() && answer.sizeBytes() < 0) {
            answer = fetchAll(path, uri);
        }
        if (known.size() < MAX_KNOWN) {
            known.put(path, answer);
        }
        return answer;
    }

    private static Map<String, String> condition(WebAnswer before) {
        return before.tag().contains("\"")
                ? Map.of("If-None-Match", before.tag())
                : Map.of("If-Modified-Since", before.tag());
    }

    /** The folder that the rule leads to need not be one by what its server says. */
    private boolean isRootFolder(String path) {
        return rootPath.isEmpty() || rootPath.equals("/")
                ? path.equals("/")
                : rootPath.endsWith("/") && rootPath.equals(path + "/");
    }

    private URI uri(String path, boolean folder) {
        String encoded = WebNames.encoded(path);
        return root.resolve(folder && !encoded.endsWith("/") ? encoded + "/" : encoded);
    }

    /** Of a file whose size the server does not tell. */
    private WebAnswer fetchAll(String path, URI uri) throws FileFault {
        HttpURLConnection connection = WebAnswer.ask(uri, "GET", Map.of());
        WebAnswer answer = WebAnswer.of(uri, connection);
        try (InputStream in = connection.getInputStream()) {
            byte[] all = in.readNBytes((int) WebBlocks.MAX_BYTES + 1);
            if (all.length > WebBlocks.MAX_BYTES) {
                throw new FileFault(Errno.EFBIG);
            }
            WebAnswer sized =
                    new WebAnswer(answer.status(), answer.tag(), answer.modifiedMillis(), all.length, answer.folder());
            for (int start = 0; start < all.length; start += WebBlocks.BLOCK_BYTES) {
                int end = Math.min(all.length, start + WebBlocks.BLOCK_BYTES);
                byte[] block = java.util.Arrays.copyOfRange(all, start, end);
                blocks.put(path, version(sized), start / WebBlocks.BLOCK_BYTES, block);
            }
            return sized;
        } catch (FileFault e) {
            throw e;
        } catch (IOException e) {
            throw WebAnswer.unreachable(uri, e);
        }
    }

    /** A part of a file. */
    byte[] block(String path, String version, long index, long sizeBytes) throws FileFault {
        byte[] cached = blocks.get(path, version, index);
        if (cached != null) {
            return cached;
        }
        long start = index * WebBlocks.BLOCK_BYTES;
        int length = (int) Math.min(WebBlocks.BLOCK_BYTES, sizeBytes - start);
        URI uri = uri(path, false);
        HttpURLConnection connection =
                WebAnswer.ask(uri, "GET", Map.of("Range", "bytes=" + start + "-" + (start + length - 1)));
        byte[] block = new byte[length];
        try (InputStream in = opened(uri, connection, version, start, sizeBytes)) {
            if (in.readNBytes(block, 0, length) < length) {
                throw new FileFault(Errno.ESTALE);
            }
        } catch (FileFault e) {
            throw e;
        } catch (IOException e) {
            throw WebAnswer.unreachable(uri, e);
        }
        blocks.put(path, version, index, block);
        return block;
    }

    /** At the part's begin. */
    private static InputStream opened(URI uri, HttpURLConnection connection, String version, long start, long sizeBytes)
            throws IOException {
        WebAnswer answer = WebAnswer.of(uri, connection);
        boolean part = answer.status() == HttpURLConnection.HTTP_PARTIAL;
        WebAnswer whole =
                new WebAnswer(answer.status(), answer.tag(), answer.modifiedMillis(), sizeBytes, answer.folder());
        boolean sameSize = part
                ? String.valueOf(connection.getHeaderField("Content-Range")).endsWith("/" + sizeBytes)
                : answer.sizeBytes() < 0 || answer.sizeBytes() == sizeBytes;
        if (!sameSize || !version(whole).equals(version)) {
            connection.disconnect();
            throw new FileFault(Errno.ESTALE);
        }
        InputStream in = connection.getInputStream();
        if (!part) {
            // The server knows no parts.
            in.skipNBytes(start);
        }
        return in;
    }

    @Override
    public void checkAccess(String path, int access) throws FileFault {
        look(path);
        if ((access & WRITE) != 0) {
            throw new FileFault(Errno.EACCES);
        }
    }

    @Override
    public OpenFile open(String path, int flags, int permissions) throws FileFault {
        if (OpenFlags.has(flags, OpenFlags.WRITE)) {
            throw new FileFault(Errno.EACCES);
        }
        WebAnswer answer = look(path);
        return new WebFile(this, path, version(answer), attributes(path, answer));
    }

    @Override
    public Listing list(String path) throws FileFault {
        WebAnswer answer = look(path);
        if (!answer.folder()) {
            throw new FileFault(Errno.ENOTDIR);
        }
        URI uri = uri(path, true);
        HttpURLConnection connection = WebAnswer.ask(uri, "GET", Map.of());
        WebAnswer.of(uri, connection);
        String page;
        try (InputStream in = connection.getInputStream()) {
            page = new String(in.readNBytes(MAX_PAGE_BYTES), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw WebAnswer.unreachable(uri, e);
        }
        Set<String> names = WebNames.listed(page, path.equals("/") ? "" : path);
        return new Names(names.iterator());
    }

    @Override
    public String readSymbolicLink(String path) throws FileFault {
        look(path);
        throw new FileFault(Errno.EINVAL);
    }

    @Override
    public StoreFacts store(String path) throws FileFault {
        look(path);
        return new StoreFacts(root.getHost(), root.getScheme(), true, 1, 0, 0, 0);
    }

    @Override
    public Map<String, byte[]> userAttributes(String path, boolean followLinks) throws FileFault {
        look(path);
        return Map.of();
    }

    @Override
    public Closeable watch(String path, Watcher heard) throws FileFault {
        throw new FileFault(Errno.ENOTSUP);
    }

    @Override
    public void createDirectory(String path, int permissions) throws FileFault {
        throw new FileFault(Errno.EACCES);
    }

    @Override
    public void createSymbolicLink(String path, String target) throws FileFault {
        throw new FileFault(Errno.EACCES);
    }

    @Override
    public void createLink(String path, String existing) throws FileFault {
        throw new FileFault(Errno.EACCES);
    }

    @Override
    public void delete(String path) throws FileFault {
        throw new FileFault(Errno.EACCES);
    }

    @Override
    public void rename(String from, String to) throws FileFault {
        throw new FileFault(Errno.EACCES);
    }

    @Override
    public void change(String path, boolean followLinks, AttributeChange change) throws FileFault {
        throw new FileFault(Errno.EACCES);
    }

    @Override
    public void setUserAttribute(String path, boolean followLinks, String name, byte @Nullable [] value)
            throws FileFault {
        throw new FileFault(Errno.EACCES);
    }

    @Override
    public void close() {}

    /** Those of folders lose their slash. */
    private record Names(Iterator<String> names) implements Listing {
        @Override
        public boolean hasNext() {
            return names.hasNext();
        }

        @Override
        public DirectoryEntry next() {
            String name = names.next();
            return new DirectoryEntry(name.endsWith("/") ? name.substring(0, name.length() - 1) : name, null);
        }

        @Override
        public void close() {}
    }
}
