package cc.screen.web;

/** A page that says what is wrong and what to do. */
final class NoticePage {
    static final String STYLE = """
            :root { color-scheme: light dark; }
            body { margin: 0; min-height: 100vh; display: grid; place-items: center;
              font: 16px/1.5 system-ui, sans-serif; background: Canvas; color: CanvasText; }
            main { max-width: 34rem; margin: 1.5rem; padding: 2rem; border-radius: 12px;
              border: 1px solid color-mix(in srgb, CanvasText 18%, transparent); }
            h1 { margin: 0 0 .5rem; font-size: 1.4rem; line-height: 1.3; }
            p { margin: .75rem 0 0; }
            code { padding: .15rem .4rem; border-radius: 6px; font-size: .95em;
              background: color-mix(in srgb, CanvasText 9%, transparent); overflow-wrap: anywhere; }
            """;

    private NoticePage() {}

    /** There is no right to see this program: no token, or one that was used up or has expired. */
    static String noRight(String program) {
        return page(
                "This address can no longer be used",
                "An address opens a program once, and only for some minutes. To get a new one, type in a terminal on"
                        + " the machine where the program is shown:",
                "cc view " + program,
                "Add <code>--control</code> to use keyboard and pointer too.");
    }

    static String noProgram(String program) {
        return page(
                "No such program",
                "A program of this name is not running here; it may have ended. These are running:",
                "cc list",
                "The name was <code>" + escape(program) + "</code>.");
    }

    static String notFound() {
        return page(
                "Nothing here",
                "To see a running program, type in a terminal on the machine where it is shown:",
                "cc view",
                "The page that opens then is the program's.");
    }

    static String otherSite() {
        return page(
                "Not from here",
                "This server answers only under its own name, to keep pages of other sites away from your programs."
                        + " Use the address as it is printed by:",
                "cc view",
                "Other names can be allowed in the server's settings.");
    }

    private static String page(String title, String what, String command, String more) {
        return "<!doctype html><html lang=\"en\"><head><meta charset=\"utf-8\"><title>" + title
                + "</title><meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"><style>" + STYLE
                + "</style></head><body><main><h1>" + title + "</h1><p>" + what + "</p><p><code>" + escape(command)
                + "</code></p><p>" + more + "</p></main></body></html>\n";
    }

    private static String escape(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
