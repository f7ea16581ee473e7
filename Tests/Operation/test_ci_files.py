"""What continuous integration reads: valid for its vendors, and nothing that a shell would take wrongly."""

import subprocess
import sys

import pytest

from conftest import PROJECT

SCRIPTS = sorted(
    str(path.relative_to(PROJECT)) for path in (PROJECT / ".ci").rglob("*") if path.is_file())


@pytest.mark.parametrize("schema, files", [
    ("vendor.github-workflows", sorted((PROJECT / ".github/workflows").glob("*.yml"))),
    ("vendor.gitlab-ci", [PROJECT / ".gitlab-ci.yml"]),
])
def test_vendors_take_it(schema, files):
    assert files
    subprocess.run([sys.executable, "-m", "check_jsonschema", "--builtin-schema", schema, *files], check=True)


@pytest.mark.parametrize("script", SCRIPTS)
def test_scripts_are_sound(script):
    # SC2029: what is expanded here in a command for another machine is quoted for its shell before.
    subprocess.run(["shellcheck", "--exclude", "SC2029", PROJECT / script], check=True)
