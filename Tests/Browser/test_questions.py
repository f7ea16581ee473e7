"""The questions of the guide: each way is gone, and its clicks and its answer are those that the guide tells."""

import re
from pathlib import Path

import pytest

from questions import QUESTIONS, Walk, what_changed

ROOT = Path(__file__).resolve().parents[2]
GUIDE = ROOT / "Documentation/guide/questions.md"
PAGE = ROOT / "content/pages/questions.md"

TOLD = re.compile(r"^### (\d+)\. (.+)\n\n\*\*(.+)\*\*（(\d+)クリック）$", re.MULTILINE)
"""A question of the guide: its number, itself, the answer, the clicks."""

ENTRIES = [found.groups() for found in TOLD.finditer(GUIDE.read_text(encoding="utf-8"))]


def test_the_guide_has_twenty_eight_questions():
    assert [int(number) for number, *_ in ENTRIES] == list(range(1, 29))
    assert len(QUESTIONS) == 28


def test_the_site_has_the_same_questions_and_answers():
    page = re.findall(r"^### (.+?) \{#[\w-]+\}\n\n\*\*(.+?)\*\*", PAGE.read_text(encoding="utf-8"), re.MULTILINE)
    assert page == [(question, answer) for _, question, answer, _ in ENTRIES]


@pytest.mark.parametrize("way, told", list(zip(QUESTIONS, ENTRIES)), ids=lambda value: getattr(value, "__name__", ""))
def test_the_site_answers(visit, way, told):
    _, _, answer, clicks = told
    walk = Walk(visit(""))
    if way is what_changed and not walk.main.get_by_role("heading", name="最近の更新").count():
        pytest.skip("every record of this site changed on the same day, so that it tells of no change")
    assert way(walk) == answer
    assert walk.clicks == int(clicks)
