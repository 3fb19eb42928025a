package tidemark.library.sample;

/// The longer texts of the sample library.
final class SampleTexts {
    static final String SURVEY = """
            Water samples on the **upper river**, from the weir to the old mill, before the snow melts.

            - [x] bottles ordered
            - [x] boat booked
            - [ ] permit from the city
            - [ ] tell the fishing club

            Last year's results are in the *annual report*.
            """;
    static final String PACKING = """
            ## In the car

            - [x] cool box and ice packs
            - [x] 40 bottles, 250 ml
            - [ ] waders, two pairs
            - [ ] spare batteries for the logger

            ## On the person

            - [ ] permit
            - [ ] whistle
            """;
    static final String POINTS = """
            | Point | Where | Depth | Last year |
            |---|---|---:|---|
            | P1 | below the weir | 0.8 m | clear |
            | P2 | railway bridge | 1.4 m | algae |
            | P3 | old mill | 0.5 m | dry in August |

            P2 only from the **left** bank: the right one gave way in autumn.
            """;
    static final String LOGGER = """
            The logger speaks over the serial port, 9600 baud:

            ```python
            import serial

            with serial.Serial("/dev/ttyUSB0", 9600, timeout=2) as port:
                port.write(b"DUMP\\r\\n")
                for line in port:
                    print(line.decode("ascii").strip())
            ```

            If nothing comes, press the grey button *once*. Twice erases it.
            """;
    static final String REPORT = """
            Twenty pages, as every year. Waiting for the figures from the laboratory.

            1. Introduction: same as last year, new photo
            2. Results
            3. What it cost
            """;
    static final String FIGURES = """
            - [x] nitrate, P1–P3
            - [ ] phosphate, P2
            - [ ] oxygen at night

            > They promised Tuesday. It was not said which Tuesday.
            """;
    static final String TALK = """
            Fifteen minutes, no more than ten slides. Begin with the photo of the flooded car park.
            """;
    static final String HANDOVER = """
            All tables exported, `README` written, keys returned.

            ```sql
            SELECT count(*) FROM sample WHERE taken_at < '2020-01-01'; -- 18 204
            ```
            """;
    static final String KITCHEN = """
            Out with the wall, in with the light.

            - [x] two quotes
            - [ ] third quote
            - [ ] ask the neighbours about the noise
            """;
    static final String QUOTES = """
            | Who | Sum | When |
            |---|---:|---|
            | Berger & Sons | 18,400 | May |
            | Holzwerk | 16,950 | July |
            """;
    static final String MEASUREMENTS = """
            Window wall 3.62 m, door wall 2.48 m, ceiling 2.71 m. The corner by the window is *not* square.
            """;
    static final String BARREL = """
            300 litres would do. Needs a filter, and a lid because of the mosquitoes.
            """;
    static final String BEDS = """
            - [x] compost
            - [ ] beans after the ice saints
            - [ ] net against the pigeons
            """;
    static final String TAX = """
            Waiting for the bank's letter. Receipts are in the blue folder.
            """;
    static final String SAIL = """
            There is a course on the lake in August: <https://example.org/sailing>
            """;
    static final String LETTERS = """
            Forty letters, 1938 to 1951, in old handwriting. Begin with the ones from the ship.
            """;
    static final String READING = """
            - *The Outermost House*, Henry Beston
            - *Waterlog*, Roger Deakin
            - *The Living Mountain*, Nan Shepherd
            """;
    static final String TENT = """
            Sold to the scouts.
            """;

    private SampleTexts() {}
}
