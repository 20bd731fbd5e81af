"""A deck that is corrected all year: what a later package does to what a student has learned.

Every test is run by the real Anki, in every version that is there: a teacher builds from a bank again and again, each
time from the lock of the time before, and a student imports, studies, marks and edits.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

import pytest
from read_package import MODIFIED, bank
from student import Card, Counts, Student, folders, running, words

from quizgen.anki import Lock, Package, digests, note_types, package, prepare, relock
from quizgen.anki.lock import format_lock, parse_lock
from quizgen.bank.model import Bank
from quizgen.templating import Templates

HERE = Path(__file__).parent
LATER = 4_000_000_000
"""A time, in seconds since 1970, after whatever a student does in a test."""
STAMPS_UPDATES = ("23.10", "24.6.3")
"""Versions of Anki that give a note which they update the time of the import and not that of the package."""
RETIRED = "quizgen::retired"


@pytest.fixture(scope="module", params=folders())
def anki(request, tmp_path_factory):
    with running(request.param, tmp_path_factory.mktemp("anki")) as found:
        yield found


@pytest.fixture
def student(anki):
    """Somebody with this Anki. Whatever a test does, their collection must be sound after it."""
    someone = anki.student()
    yield someone
    someone.is_sound()


class Restyled(Templates):
    """The templates, with another stylesheet."""

    def text(self, name: str) -> str:
        return super().text(name) + ("\n/* restyled */\n" if name.endswith(".css") else "")


@dataclass
class Teacher:
    """Somebody who builds from the lock of the last time, a minute later; from the third time on it is `LATER`."""

    lock: Lock = field(default_factory=Lock)
    built: int = 0

    def builds(
        self,
        *banks: Bank | str,
        now: int = 0,
        templates: Templates | None = None,
        drafts: Iterable[str] = (),
        only: str = "",
        media_folder: Path = HERE,
    ) -> Package:
        """The package of the banks, all in one; ``only`` of the bank of that id, though all are built."""
        now = now or (MODIFIED if self.built < 2 else LATER) + 60 * self.built
        self.built += 1
        types = note_types(templates or Templates())
        sources = [bank(source) if isinstance(source, str) else source for source in banks]
        parts = [
            prepare(source, locate=lambda _: "", media_folder=media_folder, drafts=frozenset(drafts))
            for source in sources
        ]
        lock = relock(self.lock, [part.shipment for part in parts], digests(types), now).lock
        self.lock = parse_lock(format_lock(lock))
        return package([part for part in parts if only in ("", part.bank.id)], types, self.lock)


# A question of each kind, and what stands in its answer before and after a correction

KINDS: dict[str, tuple[str, str, str]] = {
    "short": ("## Who wrote it? {#short}\n= Simran Walia | Walia\nhint: A woman.\nexplain: She *did*.", "Simran", "S."),
    "number": ("## How much is the loan? {#number}\n= 100\nunit: million dollars\nrange: 90 to 110", "= 100", "= 105"),
    "choice": ("## Who led Japan? {#choice}\n- [x] Abe\n  In office.\n- [ ] Suga\n- [ ] neither {pin}", "Abe", "Kan"),
    "choices": ("## Which were frozen? {#choices}\n- [x] assets\n- [x] banks\n- [ ] gas", "assets", "wealth"),
    "true-false": (
        "## It froze none. {#true-false}\n= false\ncorrection: It froze some.",
        "It froze some",
        "Of course",
    ),
    "cloze": (
        "## In {{c1::1956::a year}}, {{c2::two::how many}} islands in {{c1::Moscow}}. {#cloze}\n\n"
        "Say {{c3::$x^2$}} **and {{c4::this | that}}**.",
        "two",
        "three",
    ),
    "list": ("## Which islands? {#list}\n- Etorofu | Iturup\n- Kunashiri\n- Shikotan", "Kunashiri", "Kunashir"),
    "ordered": ("## Recite the steps. {#ordered}\n- draft\n- sign\n- ratify\norder: fixed", "sign", "seal"),
    "match": ("## Match them. {#match}\n- Kishida == Japan\n- Putin == Russia\n- == India", "Russia", "Moscow"),
    "order": ("## Put them in order. {#order}\n1. Crimea\n2. the pandemic\n3. the war", "pandemic", "illness"),
    "open": ("## Why so mildly? {#open}\n+ talks went on\n+ it hoped\n= Abe hoped.\nlines: 3", "hoped.", "waited."),
    "reverse": ("## Hund {#reverse}\n= dog\nreverse: yes", "dog", "hound"),
    "image": ("## What is on the map? {#image}\n= the Kurils\nimage: map.png | A map", "Kurils", "Chishima"),
    "audio": ("## Who is calling? {#audio}\n= a gull\naudio: call.mp3", "gull", "tern"),
}
CARDS = len(KINDS) + 3 + 3 + 1  # four blanks; the whole list and three places; a card the other way round
ALL = "# Japan {#japan}\n" + "\n\n".join(f"{text}\n> the old words" for text, _, _ in KINDS.values())


def answers_corrected() -> str:
    text = ALL
    for of_kind, old, new in KINDS.values():
        assert old in of_kind
        text = text.replace(of_kind, of_kind.replace(old, new))
    return text


NAMES = ("Abe", "Shinzo Abe", "Abe, Shinzo, of Japan")
CORRECTED = {
    "words": re.sub("^## ", "## Tell me: ", ALL, flags=re.MULTILINE),
    "answer": answers_corrected(),
    "evidence": ALL.replace("> the old words", "> quite other words"),
    "tags": ALL.replace("> the old words", "> the old words\ntags: corrected"),
}


def shows(what: str, card: Card) -> bool:
    """Whether a card shows a correction where it should."""
    front, back = words(card.front), words(card.back)
    backward = (card.question, card.number) == ("reverse", 2)
    match what:
        case "words":
            return "Tell me:" in back and ("Tell me:" in front) != backward
        case "answer":
            new = KINDS[card.question][2].removeprefix("= ")
            gone = KINDS[card.question][1].removeprefix("= ")
            return new in back and not re.search(rf"\b{re.escape(gone)}", back) and (not backward or new in front)
        case "evidence":
            return "quite other words" in back and "the old words" not in back
        case _:
            return "corrected" in card.note["tags"]


@cache
def first_and_corrected(what: str) -> tuple[Package, Package]:
    teacher = Teacher()
    return teacher.builds(ALL), teacher.builds(CORRECTED[what])


@cache
def twice(templates: type[Templates] = Templates) -> tuple[Package, Package]:
    """Every kind, and the same again, a minute later."""
    teacher = Teacher()
    return teacher.builds(ALL), teacher.builds(ALL, templates=templates())


def learned(student: Student, first: Package, notes: int = len(KINDS), cards: int = CARDS) -> dict:
    """Import a first package and study; the schedule after that."""
    assert student.imports(first) == Counts(new=notes)
    student.studies()
    look = student.look(render=None)
    assert len(look.cards) == cards
    assert all(card.schedule["reps"] for card in look.cards)
    return look.schedules


# Every kind, corrected


@pytest.mark.parametrize("what", CORRECTED)
def test_a_correction_reaches_every_kind_and_the_schedule_stays(student, what):
    first, corrected = first_and_corrected(what)
    schedules = learned(student, first)
    reviews = student.look(render=None).seen["reviews"]
    assert student.imports(corrected) == Counts(updated=len(KINDS))
    look = student.look()
    assert look.schedules == schedules
    assert look.seen["reviews"] == reviews
    assert [(card.question, card.number) for card in look.cards if not shows(what, card)] == []
    assert len(look.seen["media"]["files"]) == 2


def test_an_unchanged_rebuild_updates_nothing(student):
    first, again = twice()
    schedules = learned(student, first)
    before = student.look()
    assert student.imports(again) == Counts(duplicate=len(KINDS))
    assert student.look().seen == before.seen
    assert student.look(render=None).schedules == schedules


def test_a_stylesheet_updates_the_note_types_and_no_note(student):
    first, restyled = twice(Restyled)
    schedules = learned(student, first)
    before = student.look()
    assert student.imports(restyled) == Counts(duplicate=len(KINDS))
    after = student.look()
    assert after.notes == before.notes
    assert after.schedules == schedules
    assert all("/* restyled */" in card.front for card in after.cards)
    assert after.types.keys() == before.types.keys()
    assert all(after.types[name]["id"] == before.types[name]["id"] for name in after.types)
    assert all(after.types[name]["css"] != before.types[name]["css"] for name in after.types)


def test_the_package_of_before_changes_nothing_after_the_newer_one(student):
    teacher = Teacher()
    first = teacher.builds(ALL)
    newer = teacher.builds(CORRECTED["answer"], templates=Restyled())
    learned(student, first)
    student.imports(newer)
    before = student.look()
    assert student.imports(first) == Counts(duplicate=len(KINDS))
    assert student.look().seen == before.seen


def test_two_corrections_of_one_note_arrive_one_after_the_other(student):
    teacher = Teacher()
    schedules = learned(student, teacher.builds(ALL))
    assert student.imports(teacher.builds(CORRECTED["words"])) == Counts(updated=len(KINDS))
    assert student.imports(teacher.builds(CORRECTED["evidence"])) == Counts(updated=len(KINDS))
    look = student.look()
    assert look.schedules == schedules
    assert [(card.question, card.number) for card in look.cards if not shows("evidence", card)] == []


def test_a_correction_that_was_built_before_the_last_import_arrives_where_anki_keeps_our_times(anki, student):
    teacher = Teacher()
    first, second, third = (teacher.builds(f"## Who? {{#who}}\n= {name}", now=MODIFIED + len(name)) for name in NAMES)
    assert student.imports(first) == Counts(new=1)
    assert student.imports(second) == Counts(updated=1)
    late = Counts(duplicate=1) if anki.name in STAMPS_UPDATES else Counts(updated=1)
    assert student.imports(third) == late
    assert student.imports(teacher.builds("## Who? {#who}\n= Yoshihide Suga")) == Counts(updated=1)
    assert "Yoshihide Suga" in words(student.look().card("who").back)


# One correction among a thousand

THOUSAND = "\n\n".join(f"## Question {number}? {{#q{number}}}\n= answer {number}" for number in range(1000))


@cache
def thousand() -> tuple[Package, Package]:
    teacher = Teacher()
    corrected = THOUSAND.replace("= answer 500\n", "= another\n")
    return teacher.builds(THOUSAND), teacher.builds(corrected, now=LATER)


def test_one_correction_in_a_thousand_updates_one_note_and_leaves_the_tags_and_flags_of_the_others(student):
    first, corrected = thousand()
    assert student.imports(first) == Counts(new=1000)
    student.studies("Id:b#q1 or Id:b#q499 or Id:b#q500 or Id:b#q501")
    student.does("tag", tag="mine")
    student.does("flag", flag=3)
    before = student.look(render=None)
    assert student.imports(corrected) == Counts(updated=1, duplicate=999)
    after = student.look(render="Id:b#q500")
    changed = [note["fields"]["Id"] for number, note in after.notes.items() if note != before.notes[number]]
    assert changed == ["b#q500"]
    assert "another" in after.card("q500").back
    assert after.schedules == before.schedules  # the flags among them
    assert student.does("count", search="tag:mine") == 999


# Questions that come, go and move

THREE = "# A {#a}\n## One? {#one}\n= x\n\n## Two? {#two}\n= y\n\n# B {#b}\n## Three? {#three}\n= z"
TWO = THREE.replace("## Two? {#two}\n= y\n\n", "")


def test_an_added_question_is_one_new_note_in_its_place(student):
    teacher = Teacher()
    first, longer = teacher.builds(TWO), teacher.builds(THREE + "\n\n## Four? {#four}\n= w")
    assert student.imports(first) == Counts(new=2)
    assert student.imports(longer) == Counts(new=2, duplicate=2)
    order = [question for question, _ in student.does("queue", deck="Title")]
    assert order == ["b#one", "b#two", "b#three", "b#four"]
    look = student.look()
    assert [look.card(name).deck for name in ("two", "four")] == ["Title::A", "Title::B"]
    assert "4 questions" in look.seen["decks"]["Title"]


def test_added_questions_come_in_their_order_and_so_do_those_that_were_there(student):
    def asks(*numbers: int) -> str:
        return "\n\n".join(f"## Question {number}? {{#q{number}}}\n= x" for number in numbers)

    teacher = Teacher()
    student.imports(teacher.builds(asks(1, 4, 6)))
    assert student.imports(teacher.builds(asks(*range(8)))) == Counts(new=5, duplicate=3)
    order = [int(question.removeprefix("b#q")) for question, _ in student.does("queue", deck="Title")]
    assert [number for number in order if number in (1, 4, 6)] == [1, 4, 6]
    assert [number for number in order if number not in (1, 4, 6)] == [0, 2, 3, 5, 7]
    assert order[-1] == 7


def test_an_added_question_leaves_the_schedule_of_the_others(student):
    teacher = Teacher()
    schedules = learned(student, teacher.builds(TWO), 2, 2)
    student.imports(teacher.builds(THREE))
    assert student.look().schedules.items() >= schedules.items()


def test_a_removed_question_says_so_and_is_found_by_its_tag(student):
    teacher = Teacher()
    schedules = learned(student, teacher.builds(THREE), 3, 3)
    shorter = teacher.builds(TWO)
    assert (shorter.notes, shorter.cards, shorter.retired) == (2, 2, 1)
    assert student.imports(shorter) == Counts(updated=1, duplicate=2)
    look = student.look()
    assert look.schedules == schedules
    (card,) = (card for card in look.cards if card.retired)
    assert card.question == "two"
    for side in (card.front, card.back):
        assert re.search(r"\b(retired|removed|withdrawn|taken out|deleted)\b", words(side), re.IGNORECASE)
    assert student.imports(teacher.builds(TWO)) == Counts(duplicate=3)
    assert student.does("delete", search=f"tag:{RETIRED}") == 1
    student.imports(teacher.builds(TWO.replace("= z", "= zz")))
    assert len(student.look().cards) == 2


def test_a_tombstone_gives_a_new_student_nothing_to_learn(student):
    teacher = Teacher()
    teacher.builds(THREE)
    shorter = teacher.builds(TWO)
    assert student.imports(shorter).conflicting == 0
    look = student.look()
    assert look.questions == ["one", "three"]
    assert len(look.cards) == 2
    assert [question for question, _ in student.does("queue", deck="Title")] == ["b#one", "b#three"]


@pytest.mark.parametrize("kind", KINDS)
def test_a_question_of_any_kind_can_be_removed_and_restored(student, kind):
    teacher = Teacher()
    kept = "# Kept {#kept}\n## Kept? {#kept}\n= x\n\n"
    with_it = f"{kept}{KINDS[kind][0]}"
    cards = {"cloze": 5, "ordered": 5, "reverse": 3}.get(kind, 2)
    schedules = learned(student, teacher.builds(with_it), 2, cards)
    before = student.look()
    assert student.imports(teacher.builds(kept)) == Counts(updated=1, duplicate=1)
    gone = student.look()
    assert gone.schedules == schedules
    assert all(card.retired and words(card.front) and words(card.back) for card in gone.cards if card.question == kind)
    student.is_sound()
    assert student.imports(teacher.builds(with_it)) == Counts(updated=1, duplicate=1)
    after = student.look()
    assert after.schedules == schedules
    assert after.seen["sides"] == before.seen["sides"]
    assert not student.does("count", search=f"tag:{RETIRED}")


def test_a_question_restored_for_a_student_who_began_in_between_is_new_to_learn(student):
    teacher = Teacher()
    teacher.builds(THREE)
    student.imports(teacher.builds(TWO))
    student.imports(teacher.builds(THREE))
    look = student.look()
    assert look.questions == ["one", "three", "two"]
    assert len(look.cards) == 3


def test_a_renamed_question_keeps_its_note(student):
    teacher = Teacher()
    schedules = learned(student, teacher.builds(THREE), 3, 3)
    renamed = THREE.replace("## Two? {#two}\n= y", "## Second? {#second}\n= y\nwas: b#two")
    assert student.imports(teacher.builds(renamed)) == Counts(updated=1, duplicate=2)
    look = student.look()
    assert look.schedules == schedules
    assert look.questions == ["one", "second", "three"]
    assert "Second?" in look.card("second").front
    assert student.imports(teacher.builds(renamed)) == Counts(duplicate=3)
    assert not student.does("count", search=f"tag:{RETIRED}")


def test_a_question_in_another_topic_is_updated_and_its_card_stays_in_its_deck(student):
    teacher = Teacher()
    schedules = learned(student, teacher.builds(THREE), 3, 3)
    moved = "# A {#a}\n## One? {#one}\n= x\n\n# B {#b}\n## Two? {#two}\n= y\n\n## Three? {#three}\n= z"
    assert student.imports(teacher.builds(moved)) == Counts(updated=1, duplicate=2)
    card = student.look().card("two")
    assert card.deck == "Title::A"
    assert "quizgen::b::b" in card.note["tags"]
    assert student.look().schedules == schedules


def test_a_renamed_topic_updates_its_questions_and_leaves_their_cards_where_they_are(student):
    teacher = Teacher()
    schedules = learned(student, teacher.builds(THREE), 3, 3)
    assert student.imports(teacher.builds(THREE.replace("# B {#b}", "# New {#b}"))) == Counts(updated=1, duplicate=2)
    assert student.look().card("three").deck == "Title::B"
    assert "New" in words(student.look().card("three").front)
    assert student.look().schedules == schedules


ONE_BANK, OTHER_BANK = {"id": "b", "title": "Title"}, {"id": "c", "title": "Other"}


def test_a_question_in_another_bank_keeps_its_note_where_the_bank_says_what_it_was(student):
    teacher = Teacher()
    other = "## Zero? {#zero}\n= o"
    before = [bank(THREE, **ONE_BANK), bank(other, **OTHER_BANK)]
    schedules = learned(student, teacher.builds(*before), 4, 4)
    after = [bank(TWO, **ONE_BANK), bank(f"{other}\n\n## Two? {{#two}}\n= y\nwas: b#two", **OTHER_BANK)]
    assert student.imports(teacher.builds(*after, only="b")) == Counts(duplicate=2)
    assert student.imports(teacher.builds(*after, only="c")) == Counts(updated=1, duplicate=1)
    look = student.look()
    assert look.schedules == schedules
    assert look.note("two")["fields"]["Id"] == "c#two"
    assert student.imports(teacher.builds(*after)) == Counts(duplicate=4)


def test_a_question_in_another_bank_begins_anew_where_the_bank_says_nothing(student):
    teacher = Teacher()
    other = "## Zero? {#zero}\n= o"
    schedules = learned(student, teacher.builds(bank(THREE, **ONE_BANK), bank(other, **OTHER_BANK)), 4, 4)
    after = [bank(TWO, **ONE_BANK), bank(f"{other}\n\n## Two? {{#two}}\n= y", **OTHER_BANK)]
    assert student.imports(teacher.builds(*after)) == Counts(new=1, updated=1, duplicate=3)
    assert student.look().schedules.items() >= schedules.items()
    assert sorted(card.retired for card in student.look().cards if card.question == "two") == [False, True]


# Questions that change their kind

SHORT = "## Who led Japan in 2014? {#who}\n= Abe"
CHOICE = "## Who led Japan in 2014? {#who}\n- [x] Abe\n- [ ] Suga"
BLANKS = "## In 2014, {{Abe}} led {{Japan}}. {#who}"
ORDERED = "## Who led Japan in 2014? {#who}\n- Abe\n- Suga\norder: fixed"


def test_a_short_question_that_becomes_a_choice_keeps_its_note(student):
    teacher = Teacher()
    schedules = learned(student, teacher.builds(SHORT), 1, 1)
    assert student.imports(teacher.builds(CHOICE)) == Counts(updated=1)
    look = student.look()
    assert look.schedules == schedules
    assert "Suga" in words(look.card("who").front)


@pytest.mark.parametrize("other", [BLANKS, ORDERED], ids=["cloze", "ordered"])
def test_a_question_of_another_note_type_begins_anew_and_its_old_note_is_retired(student, other):
    teacher = Teacher()
    schedules = learned(student, teacher.builds(SHORT), 1, 1)
    assert student.imports(teacher.builds(other)) == Counts(new=1, updated=1)
    look = student.look()
    assert look.schedules.items() >= schedules.items()
    assert len([card for card in look.cards if card.retired]) == 1
    assert len([card for card in look.cards if not card.retired]) > 1
    assert student.imports(teacher.builds(other)) == Counts(duplicate=2)


def test_a_question_that_goes_back_to_its_first_note_type_conflicts_with_nothing(student):
    teacher = Teacher()
    schedules = learned(student, teacher.builds(SHORT), 1, 1)
    student.imports(teacher.builds(BLANKS))
    assert student.imports(teacher.builds(SHORT)).conflicting == 0
    look = student.look()
    assert look.schedules.items() >= schedules.items()
    assert [note["type"] for note in look.of("who") if RETIRED not in note["tags"]] == ["quizgen question"]
    assert "Who led Japan" in words(look.card("who").front)


# Cards that a question gains and loses


@pytest.mark.parametrize(
    ("before", "after", "new"),
    [
        ("## {{One}} and {{two}}. {#q}", "## {{One}} and {{two}} and {{three}}. {#q}", 3),
        ("## {{c1::One}} and {{c2::two}}. {#q}", "## {{c3::None}}, {{c1::One}} and {{c2::two}}. {#q}", 3),
        ("## Hund {#q}\n= dog", "## Hund {#q}\n= dog\nreverse: yes", 2),
        ("## Say {#q}\n- a\n- b\norder: fixed", "## Say {#q}\n- a\n- b\n- c\norder: fixed", 4),
    ],
    ids=["blank", "blank before", "reverse", "member"],
)
def test_a_card_that_is_added_is_new_and_the_others_keep_their_schedules(student, before, after, new):
    teacher = Teacher()
    schedules = learned(student, teacher.builds(before), 1, new - 1)
    assert student.imports(teacher.builds(after)) == Counts(updated=1)
    look = student.look()
    assert look.schedules.items() >= schedules.items()
    assert look.card("q", new).schedule["reps"] == 0
    assert look.card("q", new).deck == "Title"
    assert len(look.cards) == new


@pytest.mark.parametrize(
    ("before", "after", "cards"),
    [
        ("## {{c1::One}}, {{c2::two}} and {{c3::three}}. {#q}", "## {{c1::One}}, two and {{c3::three}}. {#q}", 3),
        ("## Hund {#q}\n= dog\nreverse: yes", "## Hund {#q}\n= dog", 2),
        ("## Say {#q}\n- a\n- b\n- c\norder: fixed", "## Say {#q}\n- a\n- b\norder: fixed", 4),
    ],
    ids=["blank", "reverse", "member"],
)
def test_a_card_that_is_taken_away_is_one_of_the_empty_cards_of_anki(student, before, after, cards):
    teacher = Teacher()
    schedules = learned(student, teacher.builds(before), 1, cards)
    assert student.imports(teacher.builds(after)) == Counts(updated=1)
    assert student.look().schedules == schedules
    assert student.does("clear_empty_cards") == 1
    look = student.look()
    assert len(look.cards) == cards - 1
    assert look.schedules.items() <= schedules.items()


# Images and sounds


def test_another_image_arrives_and_the_card_shows_it(student, tmp_path):
    teacher = Teacher()
    text, image = KINDS["image"][0], (HERE / "map.png").read_bytes()
    (tmp_path / "map.png").write_bytes(image)
    schedules = learned(student, teacher.builds(text, media_folder=tmp_path), 1, 1)
    (old,) = student.look().seen["media"]["files"]
    (tmp_path / "map.png").write_bytes(image + b"another")
    assert student.imports(teacher.builds(text, media_folder=tmp_path)) == Counts(updated=1)
    look = student.look()
    (new,) = set(look.seen["media"]["files"]) - {old}
    assert f'src="{new}"' in look.card("image").front
    assert look.schedules == schedules


def test_a_restored_question_brings_its_image_again_where_a_student_has_cleared_it_away(student):
    teacher = Teacher()
    kept, text = "## Kept? {#kept}\n= x", KINDS["image"][0]
    student.imports(teacher.builds(f"{kept}\n\n{text}"))
    student.imports(teacher.builds(kept))
    assert len(student.look().seen["media"]["unused"]) == 1
    student.does("lose_media")
    student.imports(teacher.builds(f"{kept}\n\n{text}"))
    assert len(student.look().seen["media"]["files"]) == 1


# What students change themselves


def test_a_note_that_a_student_has_edited_stays_until_the_next_correction(student):
    teacher = Teacher()
    learned(student, teacher.builds(SHORT), 1, 1)
    student.does("edit", search="Id:b#who", field="Explanation", text="My own words")
    before = student.look()
    corrected = teacher.builds(SHORT.replace("Abe", "Shinzo Abe"), now=MODIFIED + 60)  # and imported after the edit
    assert student.imports(corrected) == Counts(duplicate=1)
    assert student.look().seen == before.seen
    newer = teacher.builds(SHORT.replace("Abe", "Abe Shinzo"), now=LATER)
    assert student.imports(newer) == Counts(updated=1)
    assert "Abe Shinzo" in words(student.look().card("who").back)
    assert student.look().schedules == before.schedules


def test_what_a_student_does_with_cards_stays(student):
    teacher = Teacher()
    learned(student, teacher.builds(THREE), 3, 3)
    student.does("move", search="Id:b#one", deck="My own::Deck")
    student.does("suspend", search="Id:b#two")
    student.does("flag", flag=2, search="Id:b#three")
    before = student.look()
    corrected = re.sub("^= ", "= not ", THREE, flags=re.MULTILINE)
    assert student.imports(teacher.builds(corrected, now=LATER)) == Counts(updated=3)
    after = student.look()
    assert after.schedules == before.schedules
    assert [after.card(name).deck for name in ("one", "two", "three")] == ["My own::Deck", "Title::A", "Title::B"]
    assert all("not" in words(card.back) for card in after.cards)


def test_a_style_of_their_own_stays_until_the_next_of_ours(student):
    teacher = Teacher()
    student.imports(teacher.builds(ALL))
    student.does("restyle", css=".card { color: rebeccapurple }")
    before = student.look()
    assert student.imports(teacher.builds(ALL, now=LATER)) == Counts(duplicate=len(KINDS))
    assert student.look().seen == before.seen
    student.imports(teacher.builds(ALL, templates=Restyled()))
    assert all("/* restyled */" in card.front and "rebeccapurple" not in card.front for card in student.look().cards)


# Several banks, several teachers


def test_one_package_of_all_banks_after_those_of_each_updates_nothing(student):
    teacher = Teacher()
    banks = [bank(ALL, **ONE_BANK), bank(THREE, **OTHER_BANK)]
    one, other, both = (teacher.builds(*banks, only=name) for name in ("b", "c", ""))
    assert student.imports(one) == Counts(new=len(KINDS))
    assert student.imports(other) == Counts(new=3)
    student.studies()
    before = student.look()
    assert student.imports(both) == Counts(duplicate=len(KINDS) + 3)
    assert student.look().seen == before.seen


def test_one_corrected_bank_leaves_the_other_as_it_is(student):
    teacher = Teacher()
    one, other = bank(THREE, **ONE_BANK), bank(THREE, **OTHER_BANK)
    student.imports(teacher.builds(one, other))
    teacher.builds(bank(THREE.replace("= x", "= xx"), **ONE_BANK))
    both = teacher.builds(bank(THREE.replace("= x", "= xx"), **ONE_BANK), other)
    assert student.imports(both) == Counts(updated=1, duplicate=5)


def test_decks_of_two_teachers_live_side_by_side(student):
    one, other = Teacher(), Teacher()
    first = one.builds(bank(ALL, **ONE_BANK))
    schedules = learned(student, first)
    assert student.imports(other.builds(bank(ALL, **OTHER_BANK), now=MODIFIED + 5000)) == Counts(new=len(KINDS))
    assert student.imports(first) == Counts(duplicate=len(KINDS))
    corrected = one.builds(bank(CORRECTED["answer"], **ONE_BANK))
    assert student.imports(corrected) == Counts(updated=len(KINDS))
    look = student.look()
    assert look.schedules.items() >= schedules.items()
    assert len(look.cards) == 2 * CARDS
    assert len(look.types) == 3


# Drafts


def test_a_draft_that_is_approved_keeps_its_note_and_loses_its_mark(student):
    teacher = Teacher()
    schedules = learned(student, teacher.builds(ALL, drafts=KINDS), len(KINDS), CARDS)
    drafts = student.look()
    assert all("DRAFT" in card.front and "DRAFT" in card.back for card in drafts.cards)
    assert student.does("count", search="tag:status::draft") == len(KINDS)
    assert student.imports(teacher.builds(ALL)) == Counts(updated=len(KINDS))
    approved = student.look()
    assert approved.schedules == schedules
    assert not any("DRAFT" in card.front + card.back for card in approved.cards)
    assert not student.does("count", search="tag:status::draft")
