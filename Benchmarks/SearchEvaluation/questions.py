"""The questions as people put them (questions.tsv), which record must come first, and the table of the answers.

A row of the file: the kind of question, what is typed, the records of which one must stand first, the records that
must not be found at all, a note. Records are told by their paths (programmes/start) or by a condition on their
fields (programmes{kind=税制, fiscal_years=2020}); `-` is for a question that nothing answers. A budget is told as
year and part of its stage (budget=2020:補正).
"""
import json
import pathlib
import re
import typing

FILE = pathlib.Path(__file__).resolve().parent / "questions.tsv"
# So many results are looked at: as many as the page of results shows at once.
DEPTH = 10
NOWHERE = DEPTH + 1
RECORDS = re.compile(r"([\w-]+)\{([^}]*)\}|(\S+)")


class Question(typing.NamedTuple):
    kind: str
    text: str
    first: frozenset[str]
    never: frozenset[str]


class Answer(typing.NamedTuple):
    """What is shown for a question: the paths of records, best first, and the spelling they were found by instead."""

    found: list[str]
    suggestion: str


def records_of(site):
    """What a built site can be searched for: its records, as JSON tells them, and its pages of prose, which have none."""
    found = {}
    for file in sorted(site.glob("*/*/index.html")):
        data = file.with_suffix(".json")
        if data.is_file():
            found[f"{file.parts[-3]}/{file.parts[-2]}"] = json.loads(data.read_text(encoding="utf-8"))
        elif file.parts[-3] == "pages":
            found[f"pages/{file.parts[-2]}"] = {"collection": "pages", "fields": {}}
    return found


def read(site):
    """The questions, with the records of a built site."""
    records = records_of(site)
    questions = []
    for number, line in enumerate(FILE.read_text(encoding="utf-8").splitlines()[1:], 2):
        kind, text, first, never = (line.split("\t") + ["", ""])[:4]
        right = frozenset() if first == "-" else chosen(first, records, number)
        if not right and first != "-":
            raise SystemExit(f"{FILE.name}:{number}: no record is right")
        questions.append(Question(kind, text, right, chosen(never, records, number)))
    return questions


def chosen(cell, records, number):
    """The records that a cell of a row tells."""
    found = set()
    for collection, conditions, path in RECORDS.findall(cell):
        if path:
            mine = {path} & records.keys()
        else:
            pairs = [condition.strip().split("=") for condition in conditions.split(",")]
            mine = {path for path, record in records.items() if record["collection"] == collection
                    and all(has(record, key, value) for key, value in pairs)}
        if not mine:
            raise SystemExit(f"{FILE.name}:{number}: no record is {path or collection + '{' + conditions + '}'}")
        found |= mine
    return frozenset(found)


def has(record, key, value):
    """Whether a field of a record has a value; a reference is told by the path of its target."""
    if key == "budget":
        year, stage = value.split(":")
        return any(str(row["fiscalYear"]) == year and stage in (row["stage"] or "") for row in record.get("budget", []))
    held = record["fields"].get(key, [])
    values = held if isinstance(held, list) else [held]
    return value in [str(one["to"] if isinstance(one, dict) else one) for one in values]


def rank(question, answer):
    """Where the first of the right records stands; nowhere where a record stands that must not."""
    if question.never & set(answer.found):
        return NOWHERE
    places = [place for place, path in enumerate(answer.found, 1) if path in question.first]
    return min(places, default=NOWHERE)


def report(questions, engines):
    """Prints the shares of questions whose right record comes first and in the first three, and what fails.

    `engines` has the answers in the order of the questions by the name of the engine.
    """
    asked = [place for place, question in enumerate(questions) if question.first]
    ranks = {name: [rank(*pair) for pair in zip(questions, answers)] for name, answers in engines.items()}
    print(f"\n### {len(asked)} questions as people put them\n")
    print("".join(["| kind | questions "] + [f"| {name}: first | in three " for name in engines]) + "|")
    print("|---" * (2 + 2 * len(engines)) + "|")
    kinds = list(dict.fromkeys(questions[place].kind for place in asked))
    for kind in ["all", *kinds]:
        places = [place for place in asked if kind in ("all", questions[place].kind)]
        cells = [f"{sum(mine[place] <= most for place in places) / len(places):.3f}"
                 for mine in ranks.values() for most in (1, 3)]
        print("| " + " | ".join([kind, str(len(places)), *cells]) + " |")
    silent = [place for place, question in enumerate(questions) if not question.first]
    for name, answers in engines.items():
        wrong = [place for place in silent if answers[place].found and not answers[place].suggestion]
        meant = [place for place in silent if answers[place].suggestion]
        print(f"\n{name}: of {len(silent)} questions that nothing answers {len(wrong)} get records, {len(meant)} another spelling. "
              "What does not come first:\n")
        for place in [place for place in asked if ranks[name][place] > 1] + wrong + meant:
            print("- " + miss(questions[place], answers[place], ranks[name][place]))


def miss(question, answer, place):
    """One line about a question that fails."""
    line = f"{question.kind} 「{question.text}」: "
    barred = [path for path in answer.found if path in question.never]
    if barred:
        line += f"finds {barred[0]}; "
    elif question.first:
        line += (f"place {place}" if place < NOWHERE else "nowhere") + "; "
    line += f"first is {answer.found[0]}" if answer.found else "nothing is found"
    return line + (f", for 「{answer.suggestion}」" if answer.suggestion else "")
