package cc.demo;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TextSearchTest {
    private static final String TEXT = "Tide and tidewater: the TIDE.";

    private static TextSearch anyCase(String needle) {
        return new TextSearch(needle, false, false);
    }

    @Test
    void findsTheNextPlaceAndBeginsAgainAtTheTop() {
        TextSearch tide = anyCase("tide");
        assertThat(tide.next(TEXT, 0)).isZero();
        assertThat(tide.next(TEXT, 1)).isEqualTo(9);
        assertThat(tide.next(TEXT, 10)).isEqualTo(24);
        assertThat(tide.next(TEXT, 25)).isZero();
    }

    @Test
    void findsThePreviousPlaceAndGoesOnAtTheEnd() {
        TextSearch tide = anyCase("tide");
        assertThat(tide.previous(TEXT, 24)).isEqualTo(9);
        assertThat(tide.previous(TEXT, 9)).isZero();
        assertThat(tide.previous(TEXT, 0)).isEqualTo(24);
    }

    @Test
    void theOnlyPlaceIsFoundAgainFromItself() {
        assertThat(anyCase("water").next(TEXT, 14)).isEqualTo(13);
        assertThat(anyCase("water").previous(TEXT, 13)).isEqualTo(13);
    }

    @Test
    void matchingCaseTellsCapitalsApart() {
        assertThat(new TextSearch("TIDE", true, false).next(TEXT, 0)).isEqualTo(24);
        assertThat(new TextSearch("TIDE", true, false).count(TEXT)).isEqualTo(1);
        assertThat(anyCase("TIDE").count(TEXT)).isEqualTo(3);
    }

    @Test
    void wholeWordsDoNotStandInLongerOnes() {
        assertThat(new TextSearch("tide", false, true).count(TEXT)).isEqualTo(2);
        assertThat(new TextSearch("tide", true, true).next(TEXT, 0)).isEqualTo(TextSearch.NOT_FOUND);
    }

    @Test
    void anEmptyNeedleIsNeverFound() {
        assertThat(anyCase("").next(TEXT, 0)).isEqualTo(TextSearch.NOT_FOUND);
        assertThat(anyCase("").count(TEXT)).isZero();
        assertThat(anyCase("").replaceAll(TEXT, "x")).isEqualTo(TEXT);
    }

    @Test
    void replacesPlacesThatDoNotOverlapAndNotItsOwnReplacements() {
        assertThat(anyCase("aa").count("aaaaa")).isEqualTo(2);
        assertThat(anyCase("aa").replaceAll("aaaaa", "aaa")).isEqualTo("aaaaaaa");
        assertThat(anyCase("tide").replaceAll(TEXT, "ebb")).isEqualTo("ebb and ebbwater: the ebb.");
    }
}
