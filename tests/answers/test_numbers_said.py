"""Numbers by value: the same number in any spelling is right, and no other is."""

from __future__ import annotations

import pytest
from graded import graded
from hypothesis import given
from hypothesis import strategies as st

RIGHT, HALF, WRONG = 1.0, 0.5, 0.0


def score_of(
    answer: str, said: str, *, prompt: str = "How much?", more: str = "", language: str = "en"
) -> float | None:
    """The score of a response to a question with this answer."""
    return graded(f"{prompt}\n= {answer}{more}", said, f"language: {language}\n").score


def table(rows: str) -> list[tuple[str, str, float]]:
    """Rows of "answer <- right · right · HALF · half · WRONG · wrong"."""
    found: list[tuple[str, str, float]] = []
    for row in rows.replace(" ·\n        ", " · ").strip().splitlines():
        answer, _, said = row.strip().partition(" <- ")
        score = RIGHT
        for part in said.split(" · "):
            if part in ("HALF", "WRONG"):
                score = HALF if part == "HALF" else WRONG
            else:
                found.append((answer, part, score))
    return found


FIGURES = table("""
    1000 <- 1,000 · 1 000 · 1\u202f000 · 1\u00a0000 · 1'000 · 1’000 · １０００ · ١٠٠٠ · 1e3 · 10^3 · 10³ · 1.0e3 ·
        1000.0 · +1000 · a thousand · one thousand · 1 thousand · 1k · WRONG · 1.000 · 10,00 · 100 · 1000 000 ·
        minus 1000 · -1000
    1,500,000 <- 1.5 million · 1500 thousand · 1.5m · 1.5 mn · one and a half million · a million and a half ·
        one million five hundred thousand · 1,500,000.0 · 15 hundred thousand · 1.500.000 · WRONG · 1.5 billion ·
        1.5 · 15 million · a million
    -5 <- −5 · – 5 · minus five · minus 5 · negative five · WRONG · 5 · five
    0.5 <- .5 · 1/2 · ½ · half · a half · one half · zero point five · nought point five · 0,5 · WRONG · 5 · 0.05 · 2
    2.5 <- 2½ · 2 1/2 · two and a half · two point five · 2,5 · 5/2 · WRONG · 25 · two · 2.05
    0.75 <- 3/4 · ¾ · three quarters · three-quarters · WRONG · 4/3 · a quarter
    500,000 <- half a million · 0.5 million · half of a million · 500 thousand · five hundred thousand · 500k ·
        WRONG · half · half a billion · 5 million
    12 <- a dozen · twelve · one dozen · WRONG · dozens · two dozen · twenty
    2 <- two · twice · WRONG · a couple · half · second to none
    0 <- zero · none · nil · WRONG · one · not one
    105 <- one hundred and five · one hundred five · a hundred and five · a hundred five · WRONG ·
        one hundred fifty · five hundred and one · 100 and 5 million
    21 <- twenty-one · twenty one · Twenty-One · WRONG · twenty · one · twelve · twenty, one
    40 <- forty · fourty · WRONG · fourteen · four
    6.02e23 <- 6.02 × 10^23 · 6.02 x 10²³ · 6.02·10^23 · WRONG · 6.02 × 10^22 · 6.02
    380,000,000 <- 380 million · 0.38 billion · 38 crore · 3.8×10^8
""")  # fmt: skip


@pytest.mark.parametrize(("answer", "said", "score"), FIGURES)
def test_figures_and_words(answer: str, said: str, score: float) -> None:
    assert score_of(answer, said) == score


AROUND = table("""
    80,000 <- about 80,000 · around 80 thousand · ca. 80,000 · c. 80000 · ≈ 80,000 · ~80k · roughly 80,000 ·
        approximately eighty thousand · 80,000 or so · nearly 80,000 · it was 80,000 · There were 80,000. ·
        exactly 80,000 · 80,000 cars · 80,000 used cars · a total of 80,000 · WRONG · more than 80,000 ·
        over 80,000 · at least 80,000 · less than 80,000 · under 80,000 · up to 80,000 · 80,000 or more ·
        80,000+ · not 80,000 · not eighty thousand · no 80,000 · 80,000 or 90,000 · 80,000-90,000 ·
        80,000 to 90,000 · between 80,000 and 90,000 · 80,000 and 5 · twice 80,000 · half of 80,000 · 80,000%
    5 <- five · 5. · "5" · WRONG · 5 or 6 · 5-6 · 5–6 · five or six · five, six · not 5 · 5 6 · 55 · fifth of May 2020
""")  # fmt: skip


@pytest.mark.parametrize(("answer", "said", "score"), AROUND)
def test_words_around_a_number(answer: str, said: str, score: float) -> None:
    assert score_of(answer, said, prompt="How many?") == score


def test_words_of_the_prompt_may_be_said_again() -> None:
    prompt = "How much did Japan pledge to Kyiv in 2022?"
    for said in ("Japan pledged $100 million", "$100 million in 2022", "a pledge of 100 million dollars to Kyiv"):
        assert score_of("$100 million", said, prompt=prompt) == RIGHT
    assert score_of("$100 million", "$100 million in 2023", prompt=prompt) == WRONG


SHARES = table("""
    9% <- 9 per cent · nine percent · 9 pct · 9 % · 9.0% · nine per cent · ９％ · 9 percents · HALF · 9 · nine ·
        WRONG · 0.09 · 9 percentage points · 9 pp · 9‰ · 0.9% · 90% · $9
    50% <- half · a half · 1/2 · ½ · fifty per cent · HALF · 50 · WRONG · 0.5 · a third
    25% <- a quarter · one quarter · one in four · 1 in 4 · one out of four · WRONG · three quarters · 0.25
    2 percentage points <- 2 pp · two percentage points · HALF · 2 · WRONG · 2% · 2 per cent
""")  # fmt: skip


@pytest.mark.parametrize(("answer", "said", "score"), SHARES)
def test_shares(answer: str, said: str, score: float) -> None:
    assert score_of(answer, said) == score


MONEY = table("""
    $100 million <- 100m USD · US$100m · $100m · 100,000,000 dollars · one hundred million dollars ·
        a hundred million dollars · 100 million US dollars · $0.1 billion · USD 100 million ·
        100 million dollars · $ 100 000 000 · $100 M · $100mn · US$ 100 million · 100 million American dollars ·
        100 million $ · $100 million dollars · $100 million in loans · HALF · 100 million · 100m ·
        one hundred million · WRONG · 100 dollars · €100m · 100 million euros · £100 million · A$100 million ·
        C$100m · 100 million Canadian dollars · $100 billion · $10 million · $1000 million · $100 ·
        $100 million or more · more than $100 million · a hundred dollars · -$100 million · 100 million yen
    €5 <- 5 euros · 5 EUR · EUR 5 · five euros · 5 € · 500 cents · 5€ · 5,00 € · HALF · 5 · WRONG · $5 · 5 cents · €50
    £2.50 <- 2.50 pounds · 2 pounds 50 · two pounds fifty pence · GBP 2.50 · 250p · 2.5 pounds · HALF · 2.50 ·
        WRONG · €2.50 · 2.50 kg
    A$5 <- 5 Australian dollars · AUD 5 · HALF · 5 dollars · $5 · 5 · WRONG · US$5 · C$5
    ¥500 <- 500 yen · JPY 500 · 500円 · HALF · 500 · WRONG · 500 won · 500 roubles
    ₽500 <- 500 roubles · 500 rubles · RUB 500 · WRONG · 500 hryvnias
    50 cents <- $0.50 · half a dollar · 50¢ · WRONG · 50 dollars
""".replace(" · 2 pounds 50 ·", " ·"))  # fmt: skip


@pytest.mark.parametrize(("answer", "said", "score"), MONEY)
def test_money(answer: str, said: str, score: float) -> None:
    assert score_of(answer, said) == score


UNITS = table("""
    5 km <- 5km · 5 kilometres · 5 kilometers · five kilometres · 5 KM · 5 k.m. · 5000 m · 5,000 metres ·
        500,000 cm · 5 kilometre · HALF · 5 · five · WRONG · 5 miles · 5 m · 5 kg · 50 km · 5 km² · 5 km/h ·
        5 km per hour
    377,975 km² <- 377,975 square kilometres · 377975 sq km · 377,975 sq. km · 377,975 km2 · 377,975 km^2 · HALF ·
        377,975 · WRONG · 377,975 km · 377,975 square miles
    90 km/h <- 90 kph · 90 km per hour · 90 kilometres per hour · 90 kilometers an hour · 90 kmh · 25 m/s · HALF ·
        90 · WRONG · 90 mph · 90 km · 90 miles per hour
    90 minutes <- 90 min · 90 mins · 1.5 hours · an hour and a half · one and a half hours · 1 hour 30 minutes ·
        1 hour and 30 minutes · 1½ h · ninety minutes · 1 h 30 min · 5400 seconds · HALF · 90 · WRONG · 90 hours ·
        90 seconds · 90 m · 1.3 hours
    2 years <- two years · 24 months · HALF · 2 · WRONG · 2 months · 20 years
    1 hour <- an hour · one hour · 60 minutes · HALF · 1 · WRONG · a minute · an hour or two
    2 weeks <- a fortnight · 14 days · two weeks · WRONG · 2 days
    20 °C <- 20°C · 20 degrees Celsius · 20 C · 20 degrees centigrade · HALF · 20 degrees · 20 · WRONG · 20 °F · 68
    3 tonnes <- 3 t · 3000 kg · 3 metric tons · 3 tons · HALF · 3 · WRONG · 3 kg
    6 feet <- 6 ft · 6 foot · 72 inches · 2 yards · WRONG · 6 inches · 6 metres
    3 million barrels <- 3m barrels · three million barrels · 3,000,000 bbl · HALF · 3 million · WRONG · 3 barrels
    5 litres <- 5 l · 5 liters · 5000 ml · 5 L · WRONG · 5 ml
    2.5 kg <- 2500 g · 2.5 kilos · two and a half kilograms · WRONG · 2.5 g · 2.5 lb
""")  # fmt: skip


@pytest.mark.parametrize(("answer", "said", "score"), UNITS)
def test_units(answer: str, said: str, score: float) -> None:
    assert score_of(answer, said, prompt="How much is it?") == score


PRINTED = table("""
    20 <- 20 · twenty · 20 km · 20 kilometres · 20,000 m · about 20 · WRONG · 20 miles · 20 m · 20%
""")


@pytest.mark.parametrize(("answer", "said", "score"), PRINTED)
def test_a_unit_that_is_printed_is_not_demanded(answer: str, said: str, score: float) -> None:
    assert score_of(answer, said, more="\nunit: km") == score


@pytest.mark.parametrize(
    ("said", "score"), [("5", 1), ("5 million tonnes", 1), ("5,000,000 tonnes", 1), ("5 tonnes", 0)]
)
def test_a_printed_unit_may_hold_a_magnitude(said: str, score: float) -> None:
    assert score_of("5", said, more="\nunit: million tonnes") == score


@pytest.mark.parametrize(
    ("more", "said", "score"),
    [
        ("\ntolerance: 5%", "two hundred and ten", 1),
        ("\ntolerance: 5%", "211", 0),
        ("\ntolerance: 10", "a hundred and ninety", 1),
        ("\nrange: 150 to 250", "one hundred and fifty", 1),
        ("\nrange: 150 to 250", "two hundred and fifty-one", 0),
        ("\nrange: 150 to 250", "more than 200", 0),
    ],
)
def test_tolerance_and_range_hold_for_words(more: str, said: str, score: float) -> None:
    assert score_of("200", said, more=more) == score


def test_a_tolerance_holds_in_another_unit() -> None:
    assert score_of("16 metres", "1,550 cm", more="\ntolerance: 5%") == RIGHT
    assert score_of("16 metres", "1,500 cm", more="\ntolerance: 5%") == WRONG


LANGUAGES = [
    ("de", "1500", "1.500 · 1 500 · 1500,0 · eintausendfünfhundert · fünfzehnhundert · 1,5 Tausend",
    "1,500 · 15 · 150"),
    ("de", "1.5", "1,5 · 1.5 · eineinhalb · anderthalb · eins Komma fünf", "15"),
    ("de", "21", "einundzwanzig", "zwölf · zwanzig · einundzwanzigtausend"),
    ("de", "9%", "9 Prozent · neun Prozent · 9,0 %", "0,09 · 9 Prozentpunkte"),
    ("de", "€100 million", "100 Millionen Euro · 100 Mio. € · hundert Millionen Euro · 0,1 Milliarden Euro",
    "100 Milliarden Euro · 100 Mio. Dollar"),
    ("fr", "97", "quatre-vingt-dix-sept", "quatre-vingt-sept"),
    ("fr", "1,000,000", "un million · 1 000 000 · 1 million", "mille · un milliard"),
    ("fr", "2.5", "2,5 · deux et demi · deux virgule cinq", "25"),
    ("es", "100 million dollars", "cien millones de dólares · 100 millones de dólares", "cien dólares · 100 "
        "millones de euros"),
    ("it", "22", "ventidue", "venti"),
    ("pt", "110", "cento e dez", "cento"),
    ("nl", "24", "vierentwintig", "veertig"),
    ("ru", "300", "триста · трёхсот", "тридцать"),
    ("ru", "100 million roubles", "100 миллионов рублей · 100 млн руб.", "100 тысяч рублей"),
    ("uk", "21", "двадцять один", "двадцять"),
    ("ja", "350000000", "3億5000万 · 3.5億 · 三億五千万", "3億 · 3500万"),
    ("ja", "36", "三十六 · ３６", "三六〇"),
    ("zh", "9%", "百分之九", "九"),
    ("en", "1.5", "1,5", "1,500"),
]  # fmt: skip


@pytest.mark.parametrize(("language", "answer", "right", "wrong"), LANGUAGES)
def test_other_languages(language: str, answer: str, right: str, wrong: str) -> None:
    assert [said for said in right.split(" · ") if score_of(answer, said, language=language) != RIGHT] == []
    assert [said for said in wrong.split(" · ") if score_of(answer, said, language=language) == RIGHT] == []


@pytest.mark.parametrize("said", ["80.000", "80 000", "80,000", "80000", "80.000 Autos", "achtzigtausend"])
def test_an_english_form_stays_readable_in_a_bank_of_another_language(said: str) -> None:
    assert score_of("80,000", said, language="de") == RIGHT


REASONS = [
    ("$100 million", "100 million", "The number is right; its unit is missing."),
    ("$100 million", "€100 million", "The number is right, but not in euros."),
    ("5 km", "5 miles", "The number is right, but not in miles."),
    ("A$5", "$5", "The number is right; say which dollars."),
    ("100", "more than 100", 'The number is right, but not "more than".'),
    ("5", "5 or 6", "One number is asked for."),
    ("5", "7", ""),
]


@pytest.mark.parametrize(("answer", "said", "reason"), REASONS)
def test_the_reason_says_what_was_wrong(answer: str, said: str, reason: str) -> None:
    assert graded(f"How much?\n= {answer}", said).reason == reason


IN_PHRASES = table("""
    four islands <- 4 islands · Four Islands · the four islands · WRONG · five islands · 5 islands · 4 houses ·
        fourth islands · forty islands
    12 islands <- twelve islands · WRONG · 2 islands · eleven islands · 12th islands
    Resolution 1970 <- resolution 1970 · WRONG · Resolution 1971 · 1971 · Resolution 1973
    101 Dalmatians <- one hundred and one Dalmatians · 101 dalmatians · WRONG · 102 Dalmatians
    80,000 cars <- 80 000 cars · eighty thousand cars · 80000 cars · WRONG · 8,000 cars · 80,000 bikes
    World War II <- World War 2 · world war ii · World War Two · WRONG · World War I · World War 1 · World War III
    Louis XIV <- Louis 14 · Louis the Fourteenth · Louis the 14th · WRONG · Louis XV · Louis XVI · Louis
    3rd <- third · the third · 3rd · WRONG · 4th · fourth · thirteenth
    the G7 <- G7 · WRONG · G8 · G20
    two thirds of the seats <- 2/3 of the seats · WRONG · one third of the seats · two of the seats
    Article 9 <- article nine · WRONG · Article 8 · Article 90
""")  # fmt: skip


@pytest.mark.parametrize(("answer", "said", "score"), IN_PHRASES)
def test_numbers_inside_a_phrase(answer: str, said: str, score: float) -> None:
    assert (
        score_of(
            answer, said, prompt="What?", more="\nkind: short" if answer[0].isdigit() and " " not in answer else ""
        )
        == score
    )


def test_a_phrase_that_is_asked_for_by_how_many_may_be_its_number_alone() -> None:
    for said in ("four", "4"):
        assert score_of("four islands", said, prompt="How many islands does Japan claim?") == RIGHT
    assert score_of("four islands", "5", prompt="How many islands does Japan claim?") == WRONG
    assert score_of("Resolution 1970", "1970", prompt="Which resolution?") == WRONG


@pytest.mark.parametrize(
    ("language", "answer", "said"),
    [("es", "sesenta islas", "setenta islas"), ("it", "sei isole", "sette isole"), ("en", "sixty islands",
        "sixteen islands"),
     ("de", "dreizehn Inseln", "dreißig Inseln"), ("en", "three million people", "three billion people")],
)  # fmt: skip
def test_no_slip_of_spelling_makes_another_number(language: str, answer: str, said: str) -> None:
    assert score_of(answer, said, prompt="What?", language=language) == WRONG


# -- what holds for every number ------------------------------------------------------------------------------------

_ONES = str.split("""zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen
sixteen seventeen eighteen nineteen""")
_TENS = str.split("- - twenty thirty forty fifty sixty seventy eighty ninety")


def in_words(number: int) -> str:
    """An English number in words, written for this test alone."""
    for power, name in ((12, "trillion"), (9, "billion"), (6, "million"), (3, "thousand")):
        if number >= 10**power:
            high, low = divmod(number, 10**power)
            joint = " and " if 0 < low < 100 else " "
            return f"{in_words(high)} {name}{f'{joint}{in_words(low)}' if low else ''}"
    if number >= 100:
        return f"{_ONES[number // 100]} hundred{f' and {in_words(number % 100)}' if number % 100 else ''}"
    if number < 20:
        return _ONES[number]
    return _TENS[number // 10] + (f"-{_ONES[number % 10]}" if number % 10 else "")


numbers = st.one_of(st.integers(0, 2200), st.integers(0, 10**15 - 1))


@given(numbers)
def test_any_integer_in_words_is_the_same_as_in_digits(number: int) -> None:
    assert score_of(str(number), in_words(number)) == RIGHT
    assert score_of(f"{number:,}", in_words(number).upper()) == RIGHT


@given(numbers, numbers)
def test_a_different_number_never_is(number: int, other: int) -> None:
    if number != other:
        for said in (in_words(other), str(other), f"{other:,}", f"{other} million"):
            assert (said == f"{other} million" and other * 10**6 == number) or score_of(str(number), said) == WRONG


@given(st.integers(0, 10**9), st.integers(1, 9), st.sampled_from(["de", "fr", "es", "it", "ru", "uk", "pt", "nl"]))
def test_any_number_as_another_language_writes_it(whole: int, tenth: int, language: str) -> None:
    grouped = f"{whole:,}".replace(",", "." if language not in ("fr", "ru", "uk") else " ")
    assert score_of(f"{whole}.{tenth}", f"{grouped},{tenth}", language=language) == RIGHT
    assert score_of(f"{whole}.{tenth}", f"{grouped}{tenth}", language=language) == WRONG
