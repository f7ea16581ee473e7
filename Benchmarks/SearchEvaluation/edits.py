#!/usr/bin/env python3
"""Counts the paths that an edit gives another content: of the search and of the whole site.

    edits.py --mokuroku .build/release/mokuroku [--root .] [--edits 20] [--seed 8] [--kinds word,replaced,added,removed] [--list]

Builds the catalogue of ROOT, changes one word in a body (of seeded records), or replaces, adds or removes one
character of a title (of seeded programmes), builds again and compares. A path counts that is new or has other bytes; what is
gone does not count, since the publisher keeps it for one more edition. An edit that does not build, since other records refer to the title, is left out and counted.
"""
import argparse
import hashlib
import os
import pathlib
import random
import re
import shutil
import statistics
import subprocess
import tempfile

KANJI, KATAKANA = "一-鿿", "ァ-ヺー"
WORD = re.compile(f"(?<![{KANJI}])[{KANJI}]{{2,4}}(?![{KANJI}])|(?<![{KATAKANA}])[{KATAKANA}]{{3,8}}(?![{KATAKANA}])")


def edition(mokuroku, root):
    """The digests of a site, built over the edition of before if there is one, by path; None if it does not build."""
    shutil.rmtree(root / "public", ignore_errors=True)
    if (root / "before").exists():
        # The publisher keeps files of the edition that it replaces: that must be the one to compare with.
        shutil.copytree(root / "before", root / "public", copy_function=os.link)
    run = subprocess.run([mokuroku, "build", "--root", root, "--output", root / "public"], capture_output=True, text=True)
    if run.returncode:
        return None
    public = root / "public"
    return {path.relative_to(public).as_posix(): hashlib.sha1(path.read_bytes()).digest()
            for path in public.rglob("*") if path.is_file()}


def split(text):
    """The front matter and the body."""
    end = text.index("\n---", 3) + 4
    return text[:end], text[end:]


def plain_words(body):
    """Words of prose with their places: not in links, ruby, code, headings or tables."""
    found, start = [], 0
    for line in body.split("\n"):
        if not re.search(r"[\[\]<>`|#{}]|https?:", line):
            found += [(start + word.start(), word[0]) for word in WORD.finditer(line)]
        start += len(line) + 1
    return found


def change_word(rng, text, stock):
    front, body = split(text)
    words = plain_words(body)
    if not words:
        return None
    place, word = rng.choice(words)
    other = rng.choice([one for one in stock if len(one) == len(word) and one != word])
    return front + body[:place] + other + body[place + len(word):], f"{word} → {other}"


def change_title(kind, rng, text, stock, all_texts):
    """Of titles that no other record has a word on: it could be what the record is referred to by."""
    front, body = split(text)
    title = re.search(r"^title: *(.*)$", front, re.M)
    places = [title.start(1) + one.start() for one in re.finditer(f"[{KANJI}]", title[1])]
    if not places or all_texts.count(title[1]) > text.count(title[1]):
        return None
    place = rng.choice(places)
    other = rng.choice("".join(stock))
    old, new = {"replaced": (front[place], other), "removed": (front[place], ""), "added": ("", other)}[kind]
    changed = front[:place] + new + front[place + len(old):]
    return changed + body, f"{title[1]}: {old} → {new}"


def measure(options, root, before, kind):
    rng = random.Random(options.seed)
    files = sorted((root / "content").glob("*/*.md" if kind == "word" else "programmes/*.md"))
    texts = {file: file.read_text(encoding="utf-8") for file in files}
    stock = sorted({word for text in texts.values() for _, word in plain_words(split(text)[1])})
    if kind != "word":
        stock = [word for word in stock if re.fullmatch(f"[{KANJI}]+", word)]
    all_texts = "".join(texts.values())
    rng.shuffle(files)
    rows, refused = [], 0
    for file in files:
        if len(rows) == options.edits:
            break
        edit = change_word(rng, texts[file], stock) if kind == "word" else change_title(kind, rng, texts[file], stock, all_texts)
        if not edit:
            continue
        file.write_text(edit[0], encoding="utf-8")
        after = edition(options.mokuroku, root)
        file.write_text(texts[file], encoding="utf-8")
        if after is None:
            refused += 1
            continue
        changed = [path for path, digest in after.items() if before.get(path) != digest]
        search = [path for path in changed if path.startswith("search/") and path.endswith(".js")]
        rows.append((len(search), len(changed)))
        if options.list:
            kinds = sorted(re.sub(r"\.[0-9a-v]{5}\.js$", "", path[7:]) for path in search)
            others = sorted(set(changed) - set(search))
            print(f"  {file.stem}: {edit[1]}: {len(search)} of {len(changed)}: {' '.join(kinds)} | {' '.join(others)}")
    for name, column in zip(("search", "site"), zip(*rows)):
        ordered = sorted(column)
        print(f"{kind}, {name}: median {statistics.median(ordered):g}, most {ordered[-1]}, all {' '.join(map(str, ordered))}")
    print(f"{kind}: {refused} edits did not build")


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--mokuroku", required=True, type=lambda path: pathlib.Path(path).resolve())
    parser.add_argument("--root", default=pathlib.Path(__file__).resolve().parents[2], type=pathlib.Path)
    parser.add_argument("--edits", default=20, type=int)
    parser.add_argument("--seed", default=8, type=int)
    parser.add_argument("--kinds", default="word,replaced,added,removed")
    parser.add_argument("--list", action="store_true")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        root = pathlib.Path(folder)
        for name in ("content", "templates"):
            shutil.copytree(options.root / name, root / name)
        shutil.copy(options.root / "catalogue.yml", root)
        before = edition(options.mokuroku, root)
        if before is None:
            raise SystemExit("the catalogue does not build")
        (root / "public").rename(root / "before")
        scripts = [path for path in before if path.startswith("search/") and path.endswith(".js")]
        print(f"{len(before)} paths, {len(scripts)} of the search")
        for kind in options.kinds.split(","):
            measure(options, root, before, kind)


if __name__ == "__main__":
    main()
