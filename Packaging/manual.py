#!/usr/bin/env python3
"""Writes the manual page in Japanese from what the program says of itself.

    manual.py PROGRAM

The program's help is the one place that describes its options; the page has the same words. `@VERSION@` and
`@DATE@` are left for the caller.
"""
import json
import subprocess
import sys


def roff(text):
    """Text as groff takes it: no line begins with a control character, and a backslash is one."""
    text = text.replace("\\", "\\e").replace("-", "\\-")
    return "\n".join("\\&" + line if line.startswith((".", "'")) else line for line in text.split("\n"))


def spelling(argument):
    """An option as it is typed: `-o, --output <output>`."""
    marks = [("--" if name["kind"] == "long" else "-") + name["name"] for name in argument.get("names", [])]
    value = f"<{argument['valueName']}>"
    if argument["kind"] == "positional":
        return value
    marks.sort(key=len)
    return ", ".join(marks) + (f" {value}" if argument["kind"] == "option" else "")


def described(arguments):
    for argument in arguments:
        if not argument.get("shouldDisplay", True):
            continue
        text = argument.get("abstract", "")
        if argument.get("defaultValue"):
            text += f"(なければ {argument['defaultValue']})"
        yield f".TP\n.B {roff(spelling(argument))}\n{roff(text)}"


def literal(text):
    return f".nf\n{roff(text)}\n.fi"


def main():
    dumped = subprocess.run([sys.argv[1], "--experimental-dump-help"], check=True, stdout=subprocess.PIPE)
    command = json.loads(dumped.stdout)["command"]
    name = command["commandName"]
    lines = [
        f'.TH {name.upper()} 1 "@DATE@" "{name} @VERSION@" "利用者の手引き"',
        f".SH 名前\n{name} \\- {roff(command['abstract'])}",
        f".SH 書式\n.B {name}\n.I 命令\n[\n.I オプション\n]",
        f".SH 説明\n{literal(command['discussion'])}",
        ".SH 命令",
    ]
    # The library adds `help` to every program; it is told by `--help`.
    for sub in command["subcommands"]:
        if sub["commandName"] == "help":
            continue
        lines.append(f".SS {name} {roff(sub['commandName'])}\n{roff(sub.get('abstract', ''))}")
        if sub.get("discussion"):
            lines.append(".PP\n" + literal(sub["discussion"]))
        lines += described(sub.get("arguments", []))
    lines.append(".SH 関連項目\n.UR file:///usr/share/doc/mokuroku/guide\n手引き\n.UE")
    print("\n".join(lines))


if __name__ == "__main__":
    main()
