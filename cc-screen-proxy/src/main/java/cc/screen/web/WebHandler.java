package cc.screen.web;

import cc.screen.session.ProgramSession;
import cc.screen.session.ScreenProxy;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.jetty.http.HttpCookie;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.Fields;
import org.eclipse.jetty.websocket.server.ServerWebSocketContainer;
import org.jspecify.annotations.Nullable;

/** Answers browsers; see the package for the addresses. */
final class WebHandler extends Handler.Abstract.NonBlocking {
    /** The WebSocket's name beside the viewer's files. */
    static final String SOCKET = "socket";

    private static final String COOKIE = "cc-viewer";
    private static final String INDEX = "index.html";
    private static final Pattern PROGRAM_PATH = Pattern.compile("/p/([A-Za-z0-9._-]+)(?:(/)([A-Za-z0-9._-]*))?");

    private final ScreenProxy proxy;
    private final Grants grants;
    private final HostCheck hosts;
    private final ServerWebSocketContainer webSockets;
    private final ViewerFiles files = new ViewerFiles();

    WebHandler(ScreenProxy proxy, Grants grants, HostCheck hosts, ServerWebSocketContainer webSockets) {
        this.proxy = proxy;
        this.grants = grants;
        this.hosts = hosts;
        this.webSockets = webSockets;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) {
        SecurityHeaders.always(response.getHeaders());
        String path = Request.getPathInContext(request);
        String method = request.getMethod();
        if (path.equals("/healthz")) {
            text(response, callback, HttpStatus.OK_200, "ok\n");
        } else if (!hosts.isOurs(request)) {
            notice(response, callback, HttpStatus.MISDIRECTED_REQUEST_421, NoticePage.otherSite());
        } else if (!method.equals("GET") && !method.equals("HEAD")) {
            response.getHeaders().put(HttpHeader.ALLOW, "GET, HEAD");
            text(response, callback, HttpStatus.METHOD_NOT_ALLOWED_405, "Only GET and HEAD are answered here.\n");
        } else {
            Matcher parts = PROGRAM_PATH.matcher(path);
            if (parts.matches()) {
                ofProgram(request, response, callback, parts.group(1), parts.group(2) == null ? null : parts.group(3));
            } else {
                notice(response, callback, HttpStatus.NOT_FOUND_404, NoticePage.notFound());
            }
        }
        return true;
    }

    /** @param file null: the address without a slash at its end, which takes tokens */
    private void ofProgram(
            Request request, Response response, Callback callback, String program, @Nullable String file) {
        Grant grant = cookieGrant(request, program);
        if (file == null) {
            enter(request, response, callback, program, grant);
        } else if (grant == null) {
            refuse(response, callback, program);
        } else if (file.equals(SOCKET)) {
            upgrade(request, response, callback, grant);
        } else {
            file(request, response, callback, file.isEmpty() ? INDEX : file);
        }
    }

    /** Exchanges a token for a cookie, and leads to an address without it. */
    private void enter(Request request, Response response, Callback callback, String program, @Nullable Grant present) {
        Fields.Field token = Request.extractQueryParameters(request).get("token");
        Grant granted = token == null ? null : grants.useToken(token.getValue());
        if (granted != null && granted.program().name().equals(program)) {
            if (present == null
                    || (granted.control() && !present.control())
                    || present.program() != granted.program()) {
                setCookie(request, response, program, grants.makeCookie(granted));
            }
        } else if (present == null) {
            refuse(response, callback, program);
            return;
        }
        response.setStatus(HttpStatus.SEE_OTHER_303);
        response.getHeaders().put(HttpHeader.LOCATION, "/p/" + program + "/");
        response.write(true, null, callback);
    }

    private void refuse(Response response, Callback callback, String program) {
        ProgramSession session = proxy.program(program);
        if (session == null) {
            notice(response, callback, HttpStatus.NOT_FOUND_404, NoticePage.noProgram(program));
        } else {
            notice(response, callback, HttpStatus.FORBIDDEN_403, NoticePage.noRight(program));
        }
    }

    private void upgrade(Request request, Response response, Callback callback, Grant grant) {
        if (!HostCheck.isSameOrigin(request)) {
            text(response, callback, HttpStatus.FORBIDDEN_403, "Only this server's own pages may connect here.\n");
            return;
        }
        boolean upgraded = webSockets.upgrade(
                (upgradeRequest, upgradeResponse, upgradeCallback) -> {
                    // Pixels are in a deflate stream of ours already.
                    upgradeResponse.setExtensions(List.of());
                    return new BrowserLink(grant, request.getComponents().getScheduler());
                },
                request,
                response,
                callback);
        if (!upgraded) {
            response.getHeaders().put(HttpHeader.UPGRADE, "websocket");
            text(response, callback, HttpStatus.UPGRADE_REQUIRED_426, "This address is for a WebSocket.\n");
        }
    }

    private void file(Request request, Response response, Callback callback, String name) {
        ViewerFiles.File file = files.get(name);
        if (file == null) {
            text(response, callback, HttpStatus.NOT_FOUND_404, "There is no such file.\n");
            return;
        }
        String host = HostCheck.host(request);
        SecurityHeaders.viewer(response.getHeaders(), host == null ? "" : host, request.isSecure());
        response.getHeaders().put(HttpHeader.ETAG, file.tag());
        response.getHeaders().put(HttpHeader.VARY, "Accept-Encoding");
        if (file.tag().equals(request.getHeaders().get(HttpHeader.IF_NONE_MATCH))) {
            response.setStatus(HttpStatus.NOT_MODIFIED_304);
            response.write(true, null, callback);
            return;
        }
        byte[] content = file.content();
        if (file.gzip() != null && request.getHeaders().contains(HttpHeader.ACCEPT_ENCODING, "gzip")) {
            response.getHeaders().put(HttpHeader.CONTENT_ENCODING, "gzip");
            content = file.gzip();
        }
        send(response, callback, HttpStatus.OK_200, file.type(), content);
    }

    private @Nullable Grant cookieGrant(Request request, String program) {
        Grant best = null;
        for (HttpCookie cookie : Request.getCookies(request)) {
            if (cookie.getName().equals(COOKIE)) {
                Grant grant = grants.ofCookie(cookie.getValue(), program);
                if (grant != null && (best == null || grant.control())) {
                    best = grant;
                }
            }
        }
        return best;
    }

    private static void setCookie(Request request, Response response, String program, String secret) {
        HttpCookie cookie = HttpCookie.from(
                COOKIE,
                secret,
                Map.of(
                        HttpCookie.PATH_ATTRIBUTE,
                        "/p/" + program,
                        HttpCookie.HTTP_ONLY_ATTRIBUTE,
                        "true",
                        HttpCookie.SAME_SITE_ATTRIBUTE,
                        "Strict",
                        HttpCookie.SECURE_ATTRIBUTE,
                        Boolean.toString(request.isSecure())));
        Response.addCookie(response, cookie);
    }

    private static void notice(Response response, Callback callback, int status, String page) {
        SecurityHeaders.styledPage(response.getHeaders(), NoticePage.STYLE);
        send(response, callback, status, "text/html; charset=utf-8", page.getBytes(StandardCharsets.UTF_8));
    }

    private static void text(Response response, Callback callback, int status, String text) {
        send(response, callback, status, "text/plain; charset=utf-8", text.getBytes(StandardCharsets.UTF_8));
    }

    private static void send(Response response, Callback callback, int status, String type, byte[] content) {
        response.setStatus(status);
        response.getHeaders().put(HttpHeader.CONTENT_TYPE, type);
        response.getHeaders().put(HttpHeader.CONTENT_LENGTH, content.length);
        response.write(true, ByteBuffer.wrap(content), callback);
    }
}
