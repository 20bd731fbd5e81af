"""What is as a whole a number: sign, currency, digits, magnitude, per cent or a unit."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizgen.bank.quantity import Quantity, read_quantity


@pytest.mark.parametrize(
    ("text", "value", "currency", "unit"),
    [
        ("5", "5", "", ""),
        ("0", "0", "", ""),
        ("-5", "-5", "", ""),
        ("−5", "-5", "", ""),
        ("–5", "-5", "", ""),
        ("+5", "5", "", ""),
        ("- 5", "-5", "", ""),
        ("0.5", "0.5", "", ""),
        (".5", "0.5", "", ""),
        ("1945", "1945", "", ""),
        ("1,945", "1945", "", ""),
        ("1 945", "1945", "", ""),
        ("1\u202f945\u00a0000", "1945000", "", ""),
        ("1,234,567.89", "1234567.89", "", ""),
        ("1e5", "100000", "", ""),
        ("1.5E-3", "0.0015", "", ""),
        ("6 × 10^23", "6E+23", "", ""),
        ("2 x 10^−3", "0.002", "", ""),
        ("$100", "100", "USD", ""),
        ("$100 million", "100000000", "USD", ""),
        ("$100m", "100000000", "USD", ""),
        ("$5K", "5000", "USD", ""),
        ("$1.5bn", "1500000000", "USD", ""),
        ("100 million dollars", "100000000", "USD", ""),
        ("US$100 million", "100000000", "USD", ""),
        ("USD 100", "100", "USD", ""),
        ("USD100", "100", "USD", ""),
        ("$5 dollars", "5", "USD", ""),
        ("€5", "5", "EUR", ""),
        ("£ 5", "5", "GBP", ""),
        ("500 yen", "500", "JPY", ""),
        ("10 thousand million roubles", "10000000000", "RUB", ""),
        ("A$5", "5", "AUD", ""),
        ("50 cents", "50", "cent", ""),
        ("9%", "9", "", "%"),
        ("9 %", "9", "", "%"),
        ("9 per cent", "9", "", "%"),
        ("9  per\u00a0cent", "9", "", "%"),
        ("9 percent", "9", "", "%"),
        ("2 percentage points", "2", "", "pp"),
        ("3 million", "3000000", "", ""),
        ("3 hundred", "300", "", ""),
        ("300 km", "300", "", "km"),
        ("300km", "300", "", "km"),
        ("300 Kilometres", "300", "", "km"),
        ("100m", "100", "", "m"),
        ("100 m", "100", "", "m"),
        ("3 million barrels", "3000000", "", "barrel"),
        ("20 °C", "20", "", "°C"),
        ("20 degrees Celsius", "20", "", "°C"),
        ("500 MW", "500", "", "MW"),
        ("12 months", "12", "", "month"),
        ("377,975 square kilometres", "377975", "", "km²"),
    ],
)
def test_numbers(text: str, value: str, currency: str, unit: str) -> None:
    assert read_quantity(text) == Quantity(Decimal(value), currency, unit)


@pytest.mark.parametrize(
    "text",
    [
        "", " ", "five", "0123", "007", "00", "24 February 2022", "2022-02-24", "24/2/2022", "24.2.2022",
        "February 2022", "3-5", "3–5", "3 to 5", "101 Dalmatians", "5 vehicles", "1:30", "1/2", "5.", "about 5",
        "5+", "5?", "No 5", "the 5", "1,5", "1,00", "1,945,0", "1 94", "５", "٣", "²", "5b", "5 M people", "1.2.3",
        "1e", "e5", "+", "$", "$$5", "€5 dollars", "5 apples and 3 pears", "G7", "5G", "7th", "1980s", "90s", "5M",
        "v2", "#1", "5 km/", "-", "5 5", "9" * 81, "1" * 1_000_000,
    ],
)  # fmt: skip
def test_what_is_no_number(text: str) -> None:
    assert read_quantity(text) is None


def test_a_long_number_is_exact() -> None:
    digits = "1234567890" * 7
    assert read_quantity(f"-{digits} million") == Quantity(Decimal(f"-{digits}000000"))


def test_seconds_are_no_decade() -> None:
    assert read_quantity("30 s") == Quantity(Decimal(30), "", "s")
    assert read_quantity("35s") == Quantity(Decimal(35), "", "s")


def test_a_unit_of_ones_own() -> None:
    assert read_quantity("300 Vehicles", "vehicles") == Quantity(Decimal(300), "", "vehicles")
    assert read_quantity("3 million vehicles", "vehicles") == Quantity(Decimal(3_000_000), "", "vehicles")
    assert read_quantity("300 vehicles", "ships") is None
    assert read_quantity("300 km", "km") == Quantity(Decimal(300), "", "km")
    assert read_quantity("300", "vehicles") == Quantity(Decimal(300))


def test_dimension() -> None:
    assert [quantity.dimension for text in ("$5", "5%", "5") if (quantity := read_quantity(text))] == ["USD", "%", ""]


@given(st.text(max_size=90), st.text(max_size=5))
def test_any_text_is_read(text: str, unit: str) -> None:
    read_quantity(text, unit)


@given(st.integers(min_value=-(10**15), max_value=10**15))
def test_any_whole_number_is_read(number: int) -> None:
    for text in (str(number), f"{number:,}", f"{number:,}".replace(",", " ")):
        assert read_quantity(text) == Quantity(Decimal(number))
