package cc.node.admin;

import cc.screen.web.HostCheck;
import cc.screen.web.SecurityHeaders;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.function.Supplier;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpMethod;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/** The pages of the admin port. */
final class AdminHandler extends Handler.Abstract {
    private static final String PLAIN = "text/plain; charset=utf-8";

    private final HostCheck hosts;
    private final NodeMetrics metrics;
    private final Supplier<Optional<String>> missing;

    AdminHandler(HostCheck hosts, NodeMetrics metrics, Supplier<Optional<String>> missing) {
        this.hosts = hosts;
        this.metrics = metrics;
        this.missing = missing;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) {
        SecurityHeaders.always(response.getHeaders());
        if (!hosts.isOurs(request)) {
            send(response, callback, HttpStatus.MISDIRECTED_REQUEST_421, PLAIN, "This server has another name.\n");
        } else if (!HttpMethod.GET.is(request.getMethod()) && !HttpMethod.HEAD.is(request.getMethod())) {
            response.getHeaders().put(HttpHeader.ALLOW, "GET, HEAD");
            send(response, callback, HttpStatus.METHOD_NOT_ALLOWED_405, PLAIN, "Only to be read.\n");
        } else {
            answer(Request.getPathInContext(request), response, callback);
        }
        return true;
    }

    private void answer(String path, Response response, Callback callback) {
        switch (path) {
            case "/metrics" -> send(response, callback, HttpStatus.OK_200, NodeMetrics.CONTENT_TYPE, metrics.text());
            case "/healthz" -> send(response, callback, HttpStatus.OK_200, PLAIN, "ok\n");
            case "/readyz" -> {
                Optional<String> lack = missing.get();
                int status = lack.isEmpty() ? HttpStatus.OK_200 : HttpStatus.SERVICE_UNAVAILABLE_503;
                send(response, callback, status, PLAIN, lack.orElse("ready") + "\n");
            }
            default ->
                send(response, callback, HttpStatus.NOT_FOUND_404, PLAIN, "There is /metrics, /healthz and /readyz.\n");
        }
    }

    private static void send(Response response, Callback callback, int status, String type, String text) {
        byte[] content = text.getBytes(StandardCharsets.UTF_8);
        response.setStatus(status);
        response.getHeaders().put(HttpHeader.CONTENT_TYPE, type);
        response.getHeaders().put(HttpHeader.CONTENT_LENGTH, content.length);
        response.write(true, ByteBuffer.wrap(content), callback);
    }
}
