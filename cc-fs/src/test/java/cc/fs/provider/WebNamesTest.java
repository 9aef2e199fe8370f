package cc.fs.provider;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class WebNamesTest {
    @Test
    void aPageListsWhatItLinksToBelowItsFolder() {
        String page = """
                <a href="../">up</a> <a href="?C=N">by name</a> <a HREF='file%20one'>x</a> <a href="sub/">x</a>
                <a href="./two">x</a> <a href="/docs/three">x</a> <a href="/other/four">x</a>
                <a href="http://elsewhere/five">x</a> <a href="sub/deep">x</a> <a href="mailto:six">x</a>
                """;
        assertThat(WebNames.listed(page, "/docs")).containsExactly("file one", "sub/", "two", "three");
    }

    @Test
    void namesAreWrittenAsUrisHaveThem() {
        assertThat(WebNames.encoded("/a b/ü%")).isEqualTo("/a%20b/%C3%BC%25");
        assertThat(WebNames.decoded("/a%20b/%C3%BC%25%zz")).isEqualTo("/a b/ü%%zz");
    }
}
