"""A list of students: any table that a spreadsheet saves, or names alone; who gets which sheet."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quizgen.errors import DataError, MissingError, QuizgenError, UsageError
from quizgen.paper.sheets.student_columns import column_of
from quizgen.paper.sheets.student_list import read_students
from quizgen.paper.sheets.students import Student, copies_for, twins
from quizgen.paper.sheets.versions import Copy


@pytest.fixture
def listed(tmp_path: Path) -> Path:
    return tmp_path / "7b.csv"


def students_of(text: str | bytes, file: Path, versions: tuple[str, ...] = ()) -> tuple[Student, ...]:
    file.write_bytes(text.encode() if isinstance(text, str) else text)
    return read_students(file, versions)


def names_of(text: str | bytes, file: Path) -> list[str]:
    return [student.name for student in students_of(text, file)]


def complaint(text: str | bytes, file: Path, versions: tuple[str, ...] = ()) -> str:
    with pytest.raises(DataError) as caught:
        students_of(text, file, versions)
    assert caught.value.problems, "it says where"
    return str(caught.value).replace(str(file), "F")


TABLE = "name,class,version,support\nAnn Lee,7b,B,yes\nBo Dale,7b,,\n"
STUDENTS = (Student("Ann Lee", "7b", "B", True), Student("Bo Dale", "7b"))


@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_a_table_is_read_as_any_spreadsheet_saves_it(listed: Path, delimiter: str, end: str, encoding: str) -> None:
    text = TABLE.replace(",", delimiter).replace("\n", end)
    assert students_of(text.encode(encoding), listed) == STUDENTS


def test_excel_may_say_in_the_first_line_what_parts_the_cells(listed: Path) -> None:
    assert students_of("sep=;\r\n" + TABLE.replace(",", ";"), listed) == STUDENTS
    assert complaint("sep=;\nname;version\nAnn;?\n", listed).startswith("F:3:5: ")


def test_names_alone_need_no_heading_and_may_have_commas(listed: Path) -> None:
    assert names_of("Ann Lee\n\n  García, Ana \nBo\n", listed) == ["Ann Lee", "García, Ana", "Bo"]
    assert names_of("Name\nLee, Ann\n", listed) == ["Lee, Ann"]


def test_cells_may_be_quoted_and_other_columns_are_passed_over(listed: Path) -> None:
    text = 'No.,Name,E-mail\n1,"Lee, Ann",ann@school\n2,"Bo ""Bob"" Dale",\n'
    assert names_of(text, listed) == ["Lee, Ann", 'Bo "Bob" Dale']


def test_empty_rows_are_passed_over(listed: Path) -> None:
    assert names_of("name,class\n\nAnn,7b\n , \n,,\nBo,\n", listed) == ["Ann", "Bo"]


@pytest.mark.parametrize(
    ("headings", "row", "student"),
    [
        ("Last name,FIRST_NAME,Class", "Lee,Ann,7b", Student("Ann Lee", "7b")),
        ("Nachname;Vorname;Klasse;Fassung;Förderung", "Groß;Änne;7b;b;ja", Student("Änne Groß", "7b", "B", True)),
        ("Nom;Prénom;Classe;Sujet;Aide", "Né;Zoé;5e;A;non", Student("Zoé Né", "5e", "A")),
        ("Nombre;Apellidos;Grupo;Versión;Apoyo", "Ana;García Ruiz;1A;;sí", Student("Ana García Ruiz", "1A", "", True)),
        ("Фамилия;Имя;Класс;Вариант;Помощь", "Иванов;Пётр;7б;A;да", Student("Иванов Пётр", "7б", "A", True)),
        ("Прізвище;Ім’я;Клас;Варіант;Допомога", "Шевчук;Ія;7;B;ні", Student("Шевчук Ія", "7", "B")),
        ("姓,名,組,版,支援", "山田,太郎,１組,Ｂ,はい", Student("山田 太郎", "１組", "B", True)),
        ("الاسم الاول;اللقب;الصف;النسخة;الدعم", "ليلى;حداد;٧;A;نعم", Student("ليلى حداد", "٧", "A", True)),
        ("ФИО", "Иванов Пётр", Student("Иванов Пётр")),
        ("氏名", "山田 太郎", Student("山田 太郎")),
        ("Имя", "Пётр", Student("Пётр")),
    ],
)
def test_headings_are_known_in_eight_languages(listed: Path, headings: str, row: str, student: Student) -> None:
    """Where the family's name is said first, it is printed first."""
    assert students_of(f"{headings}\n{row}\n", listed) == (student,)


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Name;Vorname\nMüller;Anna\nMüller;Ben\n", ["Anna Müller", "Ben Müller"]),
        ("Name,First name\nHannah Lee,Hannah\nHannah,Ann\n", ["Hannah Lee", "Ann Hannah"]),
        ("name,last name\nAnn,Lee\nBo Dale,Dale\n", ["Ann Lee", "Bo Dale"]),
    ],
)
def test_a_name_beside_a_first_name_is_that_of_the_family(listed: Path, text: str, names: list[str]) -> None:
    assert names_of(text, listed) == names


def test_a_heading_means_one_thing() -> None:
    assert [column_of(heading) for heading in ("Full name", "group", "shoe size", "")] == ["name", "group", "", ""]


@pytest.mark.parametrize(
    ("text", "where"),
    [
        ("name,class\nAnn,7b\n,7b\n", "F:3:1: this row has no name"),
        ("class;name\n7b;\u200b\n", "F:2:4: this row has no name"),
        ("name,version\nAnn,ω\n", "F:2:5: a version is a letter from A to Z; found “Ω”, which is a letter of another"),
        ("name,version\nAnn,2\n", "F:2:5: a version is a letter from A to Z; found “2”"),
        ("name,support\nAnn,maybe\n", "F:2:5: support is “yes” or “no”; found “maybe”"),
        ("name\tclass\nAnn\t7\x07b\n", "F:2:5: there is a sign that cannot be seen (U+0007)"),
        ("name,class\n\u202eAnn,7b\n", "F:2:1: there is a sign that cannot be seen (U+202E)"),
        ('name,class\n"An\nn",7b\n', "F:2:1: there is a line break in this cell"),
        ('name,class\n"Le, e",' + "7" * 101 + "\n", "F:2:9: this is longer than 100 letters (101)"),
        ("name,class\nLee, Ann,7b\n", "F:2:10: this row has 3 cells, but the first row has 2; a name with"),
        ('name,class\nAnn,7b\n"Bo,7b\n', "F:3:1: a quotation mark is amiss"),
        ("class,version\n7b,A\n", "F:1:1: no column of this list is called “name”"),
        ("Lee, Ann\nDale, Bo\n", "F:1:1: no column of this list is called “name”"),
        ("name,class,form\nAnn,7b,7b\n", "F:1:12: “form” is a second column of what “class” holds"),
        ("name,class\n", "F:1:1: no student stands under"),
        ("", "F:1:1: nobody stands in this list"),
        ("A\0n\0n\0", "F:1:1: this is not text"),
    ],
)
def test_what_is_wrong_is_told_where_it_stands(listed: Path, text: str, where: str) -> None:
    assert complaint(text, listed).startswith(where)


def test_every_problem_is_told_at_once(listed: Path) -> None:
    found = complaint("name,version\n,A\nAnn,?\nBo,!\n", listed)
    assert [line[:5] for line in found.splitlines()] == ["F:2:1", "F:3:5", "F:4:4"]


def test_a_file_in_an_old_encoding_is_refused_with_how_to_save_it(listed: Path) -> None:
    """Read as what it is not, "José" would stand on the sheet as "JosÃ©"."""
    found = complaint("name\nAnn\nJosé\n".encode("latin-1"), listed)
    assert found.startswith("F:3:4: this is not UTF-8 text (byte 0xe9)")
    assert "CSV UTF-8" in found


def test_a_version_that_is_not_made_is_told(listed: Path) -> None:
    text = "name,version\nAnn,C\n"
    assert students_of(text, listed, ("A", "B", "C"))[0].version == "C"
    assert complaint(text, listed, ("A", "B")).startswith("F:2:5: there is no version C: they are A to B;")
    with pytest.raises(UsageError, match="Ann: there is no version C: A alone is made"):
        copies_for((Student("Ann", version="C"),), ("A",))


def test_a_list_that_is_not_there_is_missing(tmp_path: Path) -> None:
    with pytest.raises(MissingError, match="there is no such file"):
        read_students(tmp_path / "none.csv")


def test_the_same_name_twice_is_told_and_gets_two_sheets(listed: Path) -> None:
    found = students_of("name,class\nAnn Lee,7b\nBo,7b\nann lee,7b\nAnn Lee,7c\n", listed)
    assert twins(found) == ("“Ann Lee” stands in the list 2 times, in lines 2 and 4; each gets a sheet",)
    assert len(copies_for(found, ("A",))) == 4


def test_versions_go_in_turn_and_what_a_student_is_given_changes_no_turn() -> None:
    students = [Student(name) for name in ("a", "b", "c", "d")]
    assert [copy.version for copy in copies_for(students, ("A", "B"))] == [0, 1, 0, 1]
    students[1] = Student("b", "7b", "A", support=True)
    assert copies_for(students, ("A", "B"))[1:3] == (Copy(2, "b", "7b"), Copy(0, "c"))


def test_sheets_with_support_stand_behind_all_plain_ones() -> None:
    students = (Student("a", support=True), Student("b", support=True), Student("c", version="B"))
    assert [copy.version for copy in copies_for(students, ("A", "B", "C"))] == [3, 4, 1]


@given(
    st.binary(max_size=60) | st.text(max_size=60).map(str.encode) | st.text('a",;\t\n\r ', max_size=40).map(str.encode)
)
@settings(deadline=None)
def test_whatever_the_file_there_is_a_list_or_an_error_for_people(
    tmp_path_factory: pytest.TempPathFactory, data: bytes
) -> None:
    file = tmp_path_factory.getbasetemp() / "any.csv"
    try:
        found = students_of(data, file)
    except QuizgenError:
        return
    assert all(student.name.strip() and len(student.name) <= 100 for student in found)
