package cc.demo;

/** What the editor shows before anything is opened. */
final class SampleText {
    static final String LETTER = """
            The lighthouse keeper's notes

            Monday. The wind turned to the north before dawn, and the gulls came \
            in from the open sea to sit along the railing. I cleaned the lamp, \
            wound the clock, and wrote down the barometer twice, since I did not \
            believe it the first time.

            Tuesday. Rain without a pause. The supply boat could not land, so the \
            letters stay on the mainland for another week. I read the old ones \
            again: one can find something new in a letter if one waits long enough.

            Wednesday. The clock had stopped in the night at ten past ten. I \
            opened its back, took out a grain of sand, and it went on as if \
            nothing had happened. Sand finds its way into everything here.

            Thursday. Two ships at the horizon, one sailing west and one sailing \
            east, both slower than the clouds above them. In the evening the sky \
            cleared; I counted the seconds between the flashes, and there were \
            fifteen, as there should be.

            Friday. The boat came with flour, oil, paper, three books and a \
            barometer that agrees with the old one.

            Things to do
              [ ] paint the door before the autumn storms
              [ ] mend the net
              [x] find the grain of sand
              [ ] answer the letters

            Words that are hard to spell: naïve, Ångström, façade, smørrebrød, \
            Žižkov, Ελλάδα, дождь. Prices: 12 €, £7, ¥300.
            """;

    private SampleText() {}
}
