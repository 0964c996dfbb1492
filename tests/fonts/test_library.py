"""Faces by role: whose name tells what, who stands in for whom, where a letter is looked up."""

import pytest

from em_square import em_square_font
from xihu_pdf.fonts import ROLES, FaceFault, Library, Shelf, shelve


@pytest.fixture
def shelf(tmp_path):
    """Make a small face with a role."""

    def make(name, role, characters="西"):
        return Shelf(em_square_font(tmp_path / f"{name}.ttf", name, characters), 0, role)

    return make


@pytest.mark.parametrize(
    ("name", "role"),
    [
        ("FangSong GB", "fang"),
        ("FZ KaiTi", "kai"),
        ("Noto Sans CJK SC", "hei"),
        ("SimHei", "hei"),
        ("Source Han Serif", "song"),
        ("AR PL UMing", "song"),
        ("Comic", ""),
    ],
)
def test_the_name_of_a_face_tells_its_role(tmp_path, name, role):
    em_square_font(tmp_path / "face.ttf", name, "西")
    ((found,), faults) = shelve(str(tmp_path))
    assert (found.role, faults) == (role, ())


def test_shelves_are_in_the_order_of_file_names(tmp_path):
    for name in ("c.ttf", "a.ttf", "b.TTF"):
        em_square_font(tmp_path / name, name, "西")
    shelves, _ = shelve(str(tmp_path))
    assert [each.path.rpartition("/")[2] for each in shelves] == ["a.ttf", "b.TTF", "c.ttf"]


def test_a_missing_folder_has_no_faces(tmp_path):
    assert shelve(str(tmp_path / "absent")) == ((), ())


def test_faces_that_cannot_be_used_do_not_hide_the_others(tmp_path):
    (tmp_path / "bad.ttf").write_text("no font")
    em_square_font(tmp_path / "good.ttf", "Good Song", "西")
    shelves, faults = shelve(str(tmp_path))
    assert [each.role for each in shelves] == ["song"]
    assert [each.code for each in faults] == ["font-unknown"]


def test_every_role_has_a_stand_in_that_ends_with_song():
    for role in ROLES.values():
        seen = [role.name]
        while ROLES[seen[-1]].stand_in:
            seen.append(ROLES[seen[-1]].stand_in)
            assert len(seen) < 5
        assert seen[-1] == "song"


def test_a_role_is_served_by_its_own_face_first(shelf):
    library = Library((shelf("s", "song"), shelf("h", "hei"), shelf("b", "hei-bold")))
    assert [library.chain(role).first.family for role in ("hei-bold", "hei", "song")] == ["b", "h", "s"]


def test_a_role_without_a_face_is_served_by_its_stand_in(shelf):
    library = Library((shelf("s", "song"), shelf("h", "hei")))
    assert library.chain("hei-bold").first.family == "h"
    assert library.chain("fang").first.family == "s"


def test_the_first_of_two_faces_of_a_role_serves_it(shelf):
    library = Library((shelf("one", "song"), shelf("two", "song")))
    assert library.chain("song").first.family == "one"


def test_a_letter_is_looked_up_in_the_role_then_its_stand_ins_then_everywhere(shelf):
    library = Library(
        (
            shelf("other", "", "甲乙丙丁"),
            shelf("s", "song", "甲乙丙"),
            shelf("k", "kai", "甲乙"),
            shelf("f", "fang", "甲"),
        )
    )
    chain = library.chain("fang")
    assert [chain.pick(each).family for each in "甲乙丙丁"] == ["f", "k", "s", "other"]
    assert chain.pick("戊") is None


def test_an_empty_shelf_has_no_chain():
    assert Library(()).chain("song") is None


def test_a_face_is_opened_once_for_all_chains(shelf):
    library = Library((shelf("s", "song"),))
    assert library.chain("song").first is library.chain("hei").first
    assert list(library.faces.values()) == [library.chain("song").first]


def test_copies_of_a_file_are_one_face(tmp_path):
    for name in ("one.ttf", "two.ttf"):
        em_square_font(tmp_path / name, "Same Song", "西")
    data = (tmp_path / "one.ttf").read_bytes()
    (tmp_path / "two.ttf").write_bytes(data)
    shelves, _ = shelve(str(tmp_path))
    library = Library(shelves)
    assert library.open(shelves[0]) is library.open(shelves[1])


def test_opening_a_shelf_whose_file_has_gone_is_a_fault(tmp_path):
    with pytest.raises(FaceFault):
        Library(()).open(Shelf(str(tmp_path / "gone.ttf"), 0, "song"))
