"""What a careful student says again is no mistake; what is said of another thing is one."""

from __future__ import annotations

import pytest

from quizgen.answers import grade
from quizgen.bank.parse import parse_bank


def mark_of(prompt: str, answer: str, response: str, *, language: str = "en", others: str = "") -> str:
    bank = parse_bank(
        f"---\nid: t\ntitle: T\nlanguage: {language}\n---\n\n# T {{#t}}\n\n## {prompt} {{#q}}\n{answer}\n{others}\n"
    )
    return grade(bank.questions[0], response, bank).verdict


@pytest.mark.parametrize(
    ("prompt", "answer", "response"),
    [
        ("Which river flows through Cairo?", "= the Nile", "the river Nile"),
        ("Which river flows through Cairo?", "= the Nile", "the Nile River"),
        ("Which planet is the largest?", "= Jupiter", "the planet Jupiter"),
        ("Which gas fills balloons?", "= helium", "helium gas"),
        ("Which month follows June?", "= July", "the month of July"),
        ("How many continents are there?", "= seven", "seven continents"),
        ("Which bond shares electrons?", "= covalent bond", "covalent"),
        ("What is table salt?", "= NaCl | sodium chloride", "sodium chloride (NaCl)"),
        ("What is table salt?", "= NaCl | sodium chloride", "NaCl, sodium chloride"),
        ("Which mountain is the highest?", "= Kilimanjaro", "Kilimanjaro (in Tanzania)"),
        ("Who invented the telephone?", "= Bell", "Bell invented the telephone"),
        ("Who invented the telephone?", "= Bell", "Bell did"),
        ("Who invented the telephone?", "= Bell", "The telephone was invented by Bell."),
        ("Whom did Hamlet love?", "= Ophelia", "Hamlet loved Ophelia"),
        ("Whom did Hamlet love?", "= Ophelia", "He loved Ophelia."),
        ("Which colony did Penn found?", "= Pennsylvania", "he founded Pennsylvania"),
        ("Which country attacked Poland in 1939?", "= Germany", "Germany attacked Poland"),
        ("Who was the president in 1962?", "= John F. Kennedy", "Kennedy, John F."),
        ("Who was it in 1962?", "= John F. Kennedy", "J. F. Kennedy"),
        ("Who was it in 1962?", "= John F. Kennedy", "President John F. Kennedy"),
        ("Who wrote Faust?", "= Johann Wolfgang von Goethe", "J.W. Goethe"),
        ("Who discovered it?", "= Alexander Fleming", "Dr. Alexander Fleming"),
        ("What was besieged?", "= the siege of Leningrad", "Leningrad siege"),
        ("What was he?", "= honest and loyal", "loyal and honest"),
        ("What does the law do?", "= It forbids child labour.", "forbids child labor"),
        ("Which organ pumps blood?", "= heart", "your heart"),
    ],
)
def test_saying_more_is_right(prompt: str, answer: str, response: str) -> None:
    assert mark_of(prompt, answer, response) == "right"


@pytest.mark.parametrize(
    ("prompt", "answer", "response"),
    [
        ("Which country attacked Poland in 1939?", "= Germany", "Poland attacked Germany"),
        ("Who defeated Napoleon at Waterloo?", "= Wellington", "Napoleon defeated Wellington"),
        ("Whom did Brutus kill?", "= Caesar", "Caesar killed Brutus"),
        ("Whom did Brutus kill?", "= Caesar", "Brutus did not kill Caesar"),
        ("Who invented the telephone?", "= Bell", "Bell did not invent it"),
        ("Who invented the telephone?", "= Bell", "Bell (not Edison, or both?)"),
        ("Who invented the telephone?", "= Bell", "Bell's assistant"),
        ("What does the heart pump?", "= blood", "the heart doesn't pump blood"),
        ("What does the heart pump?", "= blood", "the heart doesnt pump blood"),
        ("Which planet is not the largest?", "= Mars", "not Mars"),
        ("What is table salt?", "= NaCl", "NaCl or KCl"),
        ("What is table salt?", "= NaCl", "NaCl, KCl"),
        ("Who was it?", "= John F. Kennedy", "R. F. Kennedy"),
        ("Who was it?", "= John F. Kennedy", "F. Kennedy"),
        ("Which bond shares electrons?", "= covalent bond", "bond"),
        ("Which cells are without a nucleus?", "= red blood cells", "blood cells"),
    ],
)
def test_saying_another_thing_is_wrong(prompt: str, answer: str, response: str) -> None:
    assert mark_of(prompt, answer, response) == "wrong"


def test_an_answer_that_the_bank_knows_is_not_taken_apart() -> None:
    others = "\n## Which ray is seen in the dark? {#o}\n= cathode ray\n\n## Who else? {#p}\n= John Quincy Adams\n"
    assert mark_of("Which ray is it?", "= cathode", "cathode ray") == "right"
    assert mark_of("Which ray is it?", "= cathode", "cathode ray", others=others) == "wrong"
    assert mark_of("Who came first?", "= John Adams", "J. Adams") == "right"
    assert mark_of("Who came first?", "= John Adams", "J. Adams", others=others) == "wrong"


@pytest.mark.parametrize(
    ("language", "answer", "response"),
    [
        ("de", "Sulfat", "Sulfit"),
        ("de", "Ethan", "Ethen"),
        ("fr", "nitrate", "nitrite"),
        ("ru", "сульфит", "сульфид"),
        ("de", "Proton", "Photon"),
        ("en", "alkenes", "alkanes"),
        ("en", "nitric acid", "citric acid"),
        ("en", "third", "three"),
        ("en", "two", "twice"),
    ],
)
def test_what_is_spelled_nearly_alike_is_another_thing(language: str, answer: str, response: str) -> None:
    assert mark_of("Was ist das?", f"= {answer}", response, language=language) == "wrong"


@pytest.mark.parametrize(
    ("answer", "response"),
    [
        ("Argentina", "rgentina"),
        ("Armenia", "Aarmenia"),
        ("Estonia", "Stonia"),
        ("helium", "helum"),
        ("gas", "gases"),
        ("dolphin", "dolfin"),
    ],
)
def test_these_are_slips_of_spelling(answer: str, response: str) -> None:
    assert mark_of("What is it?", f"= {answer}", response) == "right"


@pytest.mark.parametrize(
    ("answer", "response", "mark"),
    [
        ("9.81 m/s²", "9.81 m s^-2", "right"),
        ("9.81 m/s²", "9.81 metres per second squared", "right"),
        ("9.81 m/s²", "9.81 m/s", "wrong"),
        ("9.81 m/s²", "9.81", "close"),
        ("18 g/mol", "18 g mol⁻¹", "right"),
        ("77 K", "77 kelvin", "right"),
        ("77 K", "77 °C", "wrong"),
        ("37 °C", "37° Celsius", "right"),
        ("5G", "5", "wrong"),
    ],
)
def test_units_of_the_sciences(answer: str, response: str, mark: str) -> None:
    assert mark_of("What is it?", f"= {answer}", response) == mark


def test_a_unit_that_nobody_asked_for_is_no_number_of_things() -> None:
    assert mark_of("How many chromosomes are there?", "= 46", "46 kg") == "wrong"


def test_a_long_list_is_heard_as_a_short_one_is() -> None:
    ends = ("nde", "rti", "go")
    words = [f"{one}{two}{three}" for one in ("bra", "clu", "dro") for two in ends for three in "ktpls"]
    members = "\n".join(f"- {word}" for word in words)
    misspelt = ", ".join(word[:2] + word[3:] if len(word) > 7 else word for word in words)
    assert mark_of("Name them all.", members, ", ".join(reversed(words))) == "right"
    assert mark_of("Name them all.", members, misspelt.replace("bra", "BRA", 1)) in ("right", "partial")


@pytest.mark.parametrize(
    ("language", "answer", "response"),
    [
        ("ru", "- Москва\n- Минск", "Минск и Москва"),
        ("en", "- solid\n- liquid\n- gas", "solid-liquid-gas"),
        ("en", "- solid\n- liquid\n- gas", "a) solid b) liquid c) gas"),
        ("en", "- France == Paris\n- Spain == Madrid", "Spain Madrid, France Paris"),
        ("en", "- France == Paris\n- Spain == Madrid", "spain-madrid, france-paris"),
        ("en", "1. Mercury\n2. Venus\n3. Earth", "first Mercury, then Venus, finally Earth"),
        ("en", "1. Mercury\n2. Venus\n3. Earth", "Mercury < Venus < Earth"),
        ("en", "- [ ] shark\n- [x] dolphin", "b dolphin"),
    ],
)
def test_several_things_as_they_are_typed(language: str, answer: str, response: str) -> None:
    assert mark_of("Say it.", answer, response, language=language) == "right"


def test_a_letter_with_the_text_of_another_option_is_wrong() -> None:
    assert mark_of("Say it.", "- [ ] shark\n- [x] dolphin", "a dolphins' shark") == "wrong"
    assert mark_of("Say it.", "- [ ] shark\n- [x] dolphin", "b shark") == "wrong"


def test_a_file_that_was_pasted_is_no_answer() -> None:
    assert mark_of("Who?", "= Bell", "I think it is Bell " * 50_000) == "wrong"
