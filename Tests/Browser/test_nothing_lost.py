"""What an author wrote is on the page, as a parser that is not ours reads it."""

from pathlib import Path

import pytest

from nothing_lost import lost, lost_in

ROOT = Path(__file__).resolve().parents[2]


def test_every_text_is_on_its_page(site):
    number, losses = lost_in(ROOT, site.folder)
    assert number > 0
    assert losses == {}


def page(body):
    return f'<!DOCTYPE html><html><body><div class="prose">{body}</div></body></html>'


@pytest.mark.parametrize(
    "body, shown",
    [
        ("対象は10~20人", "<p>対象は10~20人</p>"),
        ("[名](/a/)と[[甲|乙]]", "<p><a href='/a/'>名</a>と<a>乙</a></p>"),
        ("{漢字|かん|じ}", "<p><ruby>漢<rt>かん</rt>字<rt>じ</rt></ruby></p>"),
        ("| a | b |\n|---|---|\n| 1 | 2 |", "<table><tr><th>a<th>b<tr><td>1<td>2</table>"),
        ("甲[^1]\n\n[^1]: 注", "<p>甲<sup class='footnote-ref'>1</sup></p><ol><li>注</ol>"),
        ("<!-- 内部 -->甲", "<p>甲</p>"), ("![図の説明](/a.png)", "<p><img alt='図の説明'></p>"),
        ("```\n##x <b>\n```", "<pre>##x &lt;b&gt;</pre>"), ("## 題 {#a}", "<h2>題</h2>"),
    ],
)
def test_what_is_shown_is_not_lost(body, shown):
    assert lost(f"---\ntitle: 題\n---\n{body}\n", page(shown)) == []


@pytest.mark.parametrize(
    "body, shown",
    [
        ("甲乙丙", "<p>甲丙</p>"), ("| a |\n|---|\n| 1 | 二 |", "<table><tr><th>a<tr><td>1</table>"),
        ("10~20、30~40", "<p>10~20</p>"), ("[名](/a/)", "<p></p>"), ("一行目\n二行目", "<p>一行目</p>"),
    ],
)
def test_what_is_not_shown_is_lost(body, shown):
    assert lost(f"---\ntitle: 題\n---\n{body}\n", page(shown)) != []
