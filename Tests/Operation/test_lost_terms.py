"""`Tools/lost-terms.py` on a small source, by document and by section."""

import subprocess
import sys
from pathlib import Path

import pytest

TOOL = Path(__file__).resolve().parents[2] / "Tools/lost-terms.py"
SOURCE = """第１章 研究開発
第1節 産学連携
（1）橋渡し
技術のシーズを企業に渡す。シーズとニーズをマッ
チングする。
（2）税制
「研究開発税制等」による税額控除
割合は TRL と  TRL による。FS と FS。
第 2 章 人材
① �博士人材の支援
博士人材のキャリ
アパスとキャリアパス、ニーズ、⺠間企業と民間企業、等民間企業。
"""
RECORDS = {
    "hashiwatashi": ("橋渡し", "マッチングを行う。", "第1章第1節(1)"),
    "zeisei": ("税制", "税額控除割合がニーズで決まる。Offset は F/S と違う。", "第1章第1節(2)"),
    "hakase": ("博士人材の支援", "若手の職を助ける。", "第2章①"),
}


@pytest.fixture
def catalogue(tmp_path):
    (tmp_path / "content/programmes").mkdir(parents=True)
    for id, (title, body, at) in RECORDS.items():
        (tmp_path / f"content/programmes/{id}.md").write_text(
            f"---\ntitle: {title}\nsources:\n  - {{document: hakusho, at: {at}}}\n---\n{body}\n"
        )
    (tmp_path / "sources").mkdir()
    (tmp_path / "sources/a.txt").write_text(SOURCE)
    return tmp_path


def run(folder, *options):
    command = [sys.executable, TOOL, folder / "sources", "--document", "hakusho=a.txt"]
    command += ["--content", folder / "content", "--justified", folder / "lost-terms.md", *options]
    done = subprocess.run(command, capture_output=True, encoding="utf-8")
    assert not done.stderr
    return done.returncode, done.stdout.splitlines()


def test_terms_that_no_record_has_are_told(catalogue):
    code, lines = run(catalogue)
    assert code == 1
    assert lines == [
        "# hakusho（3項目、5語）",
        "3\t複合語\t民間企業\t目録全体0項目",
        "2\tカタカナ\tキャリアパス\t目録全体0項目",
        "2\tカタカナ\tシーズ\t目録全体0項目",
        "2\t英字\tFS\t目録全体0項目",
        "2\t英字\tTRL\t目録全体0項目",
        "5 terms lost",
    ]


def test_a_section_counts_the_records_that_cite_it(catalogue):
    _, lines = run(catalogue, "--sections", "--least", "1", "--kind", "カタカナ")
    assert lines == [
        "# hakusho 第1章第1節(1)（1項目、2語）",
        "2\tカタカナ\tシーズ\t目録全体0項目",
        "1\tカタカナ\tニーズ\t目録全体1項目",
        "# hakusho 第2章①（1項目、2語）",
        "2\tカタカナ\tキャリアパス\t目録全体0項目",
        "1\tカタカナ\tニーズ\t目録全体1項目",
        "4 terms lost",
    ]


def test_justified_terms_are_not_told(catalogue):
    (catalogue / "lost-terms.md").write_text(
        "| 語 | 理由 |\n|---|---|\n| 民間企業、キャリアパス | 一般の語 |\n| `/^(シーズ\\|TRL\\|FS)$/` | 例 |\n| 空論 | 例 |\n"
    )
    assert run(catalogue) == (0, ["# hakusho（3項目、0語）", "justified, but not lost: 空論", "0 terms lost"])
