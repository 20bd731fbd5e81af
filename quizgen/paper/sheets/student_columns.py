"""What the columns of a list of students are called, in eight languages."""

from __future__ import annotations

import re
from unicodedata import normalize

__all__ = ["NO", "YES", "column_of"]

_SPACES = re.compile(r"[\s_./*:’'()-]+")

_COLUMNS = {
    "name": """
        name | full name | student | student name | pupil | pupil name | learner | names | students
        name des schülers | schüler | schülerin | schüler in | schülername | vollständiger name | lernende
        nom complet | nom et prénom | nom prénom | prénom et nom | élève | étudiant | étudiante
        nombre completo | nombre y apellidos | apellidos y nombre | alumno | alumna | estudiante
        фио | ф и о | ученик | ученица | имя и фамилия | фамилия и имя | фамилия имя | полное имя | студент
        піб | п і б | учень | учениця | ім я та прізвище | прізвище та ім я | прізвище ім я | повне ім я
        氏名 | 名前 | お名前 | 生徒 | 生徒名 | 児童名 | 学生 | フルネーム
        الاسم الكامل | اسم الطالب | الطالب | الطالبة | اسم التلميذ | التلميذ | الاسم واللقب""",
    "first": """
        first name | first names | first | firstname | forename | given name | given | givenname
        vorname | vornamen | rufname
        prénom | prénoms
        nombre | nombres | nombre de pila
        имя
        ім я
        名
        الاسم | الاسم الأول | الاسم الشخصي""",
    "last": """
        last name | last | lastname | surname | family name | familyname
        nachname | familienname | zuname
        nom | nom de famille
        apellido | apellidos
        اسم العائلة | اللقب | النسب | الكنية""",
    "family": "фамилия | прізвище | 姓 | 名字 | 苗字",
    "group": """
        group | class | form | section | course | set | homeroom | grade
        klasse | gruppe | kurs | lerngruppe
        classe | groupe | cours
        clase | grupo | curso
        класс | группа
        клас | група
        組 | クラス | 学級 | グループ | 年組
        الصف | الفصل | المجموعة | القسم""",
    "version": """
        version | sheet | variant
        fassung | variante
        feuille | sujet
        versión
        вариант | версия
        варіант | версія
        版 | バージョン
        النسخة | النموذج""",
    "support": """
        support | help | supported | differentiation | scaffold
        hilfe | förderung | unterstützung
        aide | soutien
        apoyo | ayuda | refuerzo
        помощь | поддержка
        допомога | підтримка
        支援 | サポート | ヒント
        دعم | الدعم | مساعدة | المساعدة""",
}
"""Headings by what their column holds: "name" is a whole name, "family" the name of a family where it is said first.

The only part of a name that has a column is taken for the whole."""

_YES = "yes | y | x | 1 | true | ✓ | ✔ | ja | j | wahr | oui | o | sí | si | s | да | д | так | т | はい | ○ | 有 | نعم"
_NO = "no | n | 0 | false | - | – | — | nein | falsch | non | faux | нет | н | ні | いいえ | × | 無 | لا"
YES, NO = frozenset(_YES.split(" | ")), frozenset(["", *_NO.split(" | ")])
"""What stands for yes and no in the column of support, in any case."""

_ONE_LETTER = str.maketrans("أإآё", "اااе")


def column_of(heading: str) -> str:
    """What a column of this heading holds: a key of `_COLUMNS`; "" where it is not known."""
    return _KNOWN.get(_plain(heading), "")


def _plain(text: str) -> str:
    return _SPACES.sub(" ", normalize("NFKC", text).casefold().translate(_ONE_LETTER)).strip()


_KNOWN = {
    _plain(word): column for column, words in _COLUMNS.items() for word in re.split(r"[|\n]", words) if word.strip()
}
