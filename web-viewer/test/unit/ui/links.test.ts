import { expect, test } from "vitest";
import { allowedLink } from "../../../src/ui/links.js";

test("only the web and mail may be opened", () => {
    expect(allowedLink("https://example.org/a?b#c")?.href).toBe("https://example.org/a?b#c");
    expect(allowedLink("http://example.org")).not.toBeNull();
    expect(allowedLink("mailto:someone@example.org")).not.toBeNull();
    for (const uri of ["javascript:alert(1)", "data:text/html,x", "file:///etc/passwd", "//example.org", "x", ""]) {
        expect(allowedLink(uri), uri).toBeNull();
    }
});
