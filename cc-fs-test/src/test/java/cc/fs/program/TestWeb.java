package cc.fs.program;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** A web server with parts, versions and pages of folders, whose files can be changed. */
final class TestWeb implements AutoCloseable {
    private final HttpServer server;
    private final Map<String, byte[]> files = new ConcurrentHashMap<>();
    private final List<String> requests = new CopyOnWriteArrayList<>();

    TestWeb() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.start();
    }

    String address() {
        return "http://localhost:" + server.getAddress().getPort();
    }

    void put(String path, byte[] content) {
        files.put(path, content);
    }

    List<String> requests() {
        return requests;
    }

    private void answer(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        String range = exchange.getRequestHeaders().getFirst("Range");
        byte[] content = path.endsWith("/") ? page(path) : files.get(path);
        try (exchange) {
            if (content == null) {
                exchange.sendResponseHeaders(404, -1);
                return;
            }
            String tag = "\"" + java.util.Arrays.hashCode(content) + "\"";
            exchange.getResponseHeaders().set("ETag", tag);
            if (tag.equals(exchange.getRequestHeaders().getFirst("If-None-Match"))) {
                requests.add("304 " + path);
                exchange.sendResponseHeaders(304, -1);
            } else if (exchange.getRequestMethod().equals("HEAD")) {
                requests.add("HEAD " + path);
                exchange.getResponseHeaders().set("Content-Length", Integer.toString(content.length));
                exchange.sendResponseHeaders(200, -1);
            } else {
                requests.add("GET " + path + " " + range);
                int from = 0;
                int to = content.length;
                if (range != null) {
                    String[] ends = range.substring("bytes=".length()).split("-", 2);
                    from = Integer.parseInt(ends[0]);
                    to = Integer.parseInt(ends[1]) + 1;
                    exchange.getResponseHeaders()
                            .set("Content-Range", "bytes " + from + "-" + (to - 1) + "/" + content.length);
                }
                exchange.sendResponseHeaders(range == null ? 200 : 206, to - from);
                exchange.getResponseBody().write(content, from, to - from);
            }
        }
    }

    private byte[] page(String folder) {
        StringBuilder page = new StringBuilder("<html><a href=\"../\">up</a>");
        files.keySet().stream()
                .filter(path -> path.startsWith(folder))
                .map(path -> path.substring(folder.length()))
                .map(name -> name.contains("/") ? name.substring(0, name.indexOf('/') + 1) : name)
                .distinct()
                .forEach(name -> page.append("<a href=\"")
                        .append(name.replace(" ", "%20"))
                        .append("\">x</a>"));
        return page.toString().getBytes(java.nio.charset.StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
