#!/usr/bin/env python3
"""Writes what is in the executable: licence notices for people, an SBOM (SPDX 2.3) for programs.

    components.py --scratch DIR --program FILE --version V --commit C --notices FILE --sbom FILE

The packages and their licences are read from the machine that builds: the checkouts of the Swift packages, the
Swift toolchain, and the Debian packages whose archives are linked. One that has no licence text ends the build.
"""
import argparse
import datetime
import hashlib
import json
import os
import pathlib
import re
import shutil
import subprocess
import sys

# What of Debian is linked into the executable, and how SPDX calls its licence.
DEBIAN = {
    "libc6-dev": "LGPL-2.1-or-later",
    "libgcc-12-dev": "GPL-3.0-or-later WITH GCC-exception-3.1",
    "libstdc++-12-dev": "GPL-3.0-or-later WITH GCC-exception-3.1",
    "libcmark-gfm-dev": "BSD-2-Clause AND MIT",
    "libcmark-gfm-extensions-dev": "BSD-2-Clause AND MIT",
    "libyaml-dev": "MIT",
}
APACHE = "Apache-2.0"
# The runtime of Swift, and packages that say so, have the exception for what the compiler puts into programs.
SWIFT = "Apache-2.0 WITH Swift-exception"


def output(*command):
    return subprocess.run(command, check=True, stdout=subprocess.PIPE, text=True).stdout.strip()


class Component:
    """Something that is linked in: its name, version, SPDX licence, origin, and licence text."""

    def __init__(self, name, version, licence, origin, text):
        self.name, self.version, self.licence, self.origin, self.text = name, version, licence, origin, text
        if not text.strip():
            sys.exit(f"components.py: {name} has no licence text")

    @property
    def identifier(self):
        return "SPDXRef-" + re.sub(r"[^A-Za-z0-9.-]", "-", self.name)


def swift_packages(scratch):
    resolved = json.loads(pathlib.Path("Package.resolved").read_text())
    # Only what the executable is linked with; others are of the tests.
    for pin in sorted(resolved["pins"], key=lambda pin: pin["identity"]):
        folder = scratch / "checkouts" / pin["identity"]
        texts = [path for path in sorted(folder.glob("LICENSE*")) + sorted(folder.glob("NOTICE*"))]
        text = "\n\n".join(path.read_text() for path in texts)
        licence = SWIFT if "Runtime Library Exception" in text else APACHE
        yield Component(pin["identity"], pin["state"]["version"], licence, pin["location"], text)


def swift_runtime():
    compiler = pathlib.Path(os.path.realpath(shutil.which("swift")))
    version = re.search(r"Swift version (\S+)", output("swift", "--version")).group(1)
    text = (compiler.parent.parent / "share/swift/LICENSE.txt").read_text()
    return Component("swift-runtime", version, SWIFT, "https://github.com/swiftlang/swift", text)


def debian_packages():
    for name, licence in DEBIAN.items():
        version = output("dpkg-query", "-W", "-f=${Version}", name)
        source = output("dpkg-query", "-W", "-f=${source:Package}", name)
        text = pathlib.Path(f"/usr/share/doc/{name}/copyright")
        yield Component(name, version, licence, f"https://tracker.debian.org/pkg/{source}",
                        text.read_text() if text.exists() else "")


def notices(components):
    parts = [
        "What is in the executable mokuroku, beside its own code, and under which licence.\n\n"
        "The executable is linked with the GNU C Library, which is under the LGPL: whoever wants to run it with\n"
        "another one builds it again from its sources with `make dist`, which is all that the build needs.\n"]
    parts.append("".join(f"{one.name} {one.version}: {one.licence} ({one.origin})\n" for one in components))
    # Packages that share a licence have its text once.
    texts = {}
    for one in components:
        texts.setdefault(one.text.strip(), []).append(one.name)
    # Debian's texts point to licences that every Debian has; whoever has only the tar has none of them.
    common = pathlib.Path("/usr/share/common-licenses")
    named = sorted(set(re.findall(rf"{common}/([A-Za-z0-9.-]*[A-Za-z0-9])", "\n".join(texts))))
    texts.update({(common / name).read_text().strip(): [name] for name in named})
    for text, names in texts.items():
        title = ", ".join(names)
        parts.append(f"{title}\n{'-' * len(title)}\n\n{text}\n")
    return "\n\n".join(parts)


def sbom(components, arguments):
    digest = hashlib.sha256(arguments.program.read_bytes()).hexdigest()
    created = datetime.datetime.fromtimestamp(int(os.environ["SOURCE_DATE_EPOCH"]), datetime.timezone.utc)
    main = "SPDXRef-mokuroku"

    def package(identifier, name, version, licence, origin):
        return {
            "SPDXID": identifier, "name": name, "versionInfo": version, "downloadLocation": origin,
            "filesAnalyzed": False, "licenseConcluded": licence, "licenseDeclared": licence,
            "copyrightText": "NOASSERTION", "supplier": "NOASSERTION",
        }

    whole = package(main, "mokuroku", f"{arguments.version} ({arguments.commit})", "NOASSERTION", "NOASSERTION")
    whole["checksums"] = [{"algorithm": "SHA256", "checksumValue": digest}]
    whole["packageFileName"] = "bin/mokuroku"
    whole["primaryPackagePurpose"] = "APPLICATION"
    return {
        "spdxVersion": "SPDX-2.3", "dataLicense": "CC0-1.0", "SPDXID": "SPDXRef-DOCUMENT",
        "name": f"mokuroku-{arguments.version}",
        "documentNamespace": f"https://mokuroku.example.jp/spdx/{arguments.version}-{digest[:32]}",
        "creationInfo": {"created": created.strftime("%Y-%m-%dT%H:%M:%SZ"), "creators": ["Tool: mokuroku-dist"]},
        "packages": [whole] + [
            package(one.identifier, one.name, one.version, one.licence, one.origin) for one in components],
        "relationships": [
            {"spdxElementId": "SPDXRef-DOCUMENT", "relationshipType": "DESCRIBES", "relatedSpdxElement": main}
        ] + [
            {"spdxElementId": main, "relationshipType": "STATIC_LINK", "relatedSpdxElement": one.identifier}
            for one in components],
    }


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--scratch", type=pathlib.Path, required=True)
    parser.add_argument("--program", type=pathlib.Path, required=True)
    parser.add_argument("--version", required=True)
    parser.add_argument("--commit", required=True)
    parser.add_argument("--notices", type=pathlib.Path, required=True)
    parser.add_argument("--sbom", type=pathlib.Path, required=True)
    arguments = parser.parse_args()
    components = [swift_runtime(), *swift_packages(arguments.scratch), *debian_packages()]
    arguments.notices.write_text(notices(components))
    arguments.sbom.write_text(json.dumps(sbom(components, arguments), ensure_ascii=False, indent=1) + "\n")


if __name__ == "__main__":
    main()
