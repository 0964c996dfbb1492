"""What was made at some cost is kept, used again, and thrown away when there is too much of it."""

import os

import pytest

from xihu_pdf import cache
from xihu_pdf.cache import keep_in


def test_what_is_kept_is_not_made_again(tmp_path):
    keep, made = keep_in(str(tmp_path / "new" / "folder")), []
    for _ in range(3):
        assert keep("a", lambda: made.append(1) or b"ink") == b"ink"
    assert made == [1]


@pytest.mark.parametrize("spoil", [lambda data: data[:-1], lambda data: b"x" + data[1:], lambda _: b""])
def test_what_is_damaged_is_made_anew(tmp_path, spoil):
    keep = keep_in(str(tmp_path))
    keep("a", lambda: b"ink")
    path = tmp_path / "a"
    path.write_bytes(spoil(path.read_bytes()))
    assert keep("a", lambda: b"anew") == b"anew"
    assert keep("a", lambda: b"again") == b"anew"


def test_what_was_longest_without_use_goes_first(tmp_path, monkeypatch):
    monkeypatch.setattr(cache, "_MOST", 400)
    keep = keep_in(str(tmp_path))
    for number, name in enumerate("abc"):
        keep(name, lambda: bytes(80))
        os.utime(tmp_path / name, (number, number))
    # Used again, the oldest one is now the newest.
    keep("a", lambda: b"")
    keep("d", lambda: bytes(80))
    assert sorted(each.name for each in tmp_path.iterdir()) == ["a", "c", "d"]


def test_a_fault_while_it_is_made_leaves_nothing(tmp_path):
    def fail():
        raise ValueError("damaged")

    with pytest.raises(ValueError, match="damaged"):
        keep_in(str(tmp_path))("a", fail)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write everywhere")
def test_a_closed_folder_changes_nothing(tmp_path):
    tmp_path.chmod(0o500)
    assert keep_in(str(tmp_path))("a", lambda: b"ink") == b"ink"
