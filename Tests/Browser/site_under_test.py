"""The files of a built site, read without a browser."""

import re
from functools import cached_property
from pathlib import Path


class Site:
    """A folder with a built site."""

    def __init__(self, folder: Path):
        self.folder = folder.resolve()

    @cached_property
    def pages(self) -> list[str]:
        """The paths of all pages, as they stand in links, in the order of their names.

        What only leads on from a former address is no page: it has no kind.
        """
        files = (path.relative_to(self.folder).as_posix() for path in self.folder.rglob("*.html"))
        paths = sorted(re.sub(r"(^|/)index\.html$", r"\1", path) for path in files)
        return [path for path in paths if self.kind(path)]

    def file(self, page: str) -> Path:
        """The file of the page with a path, whatever is asked of it."""
        page = page.split("?")[0]
        return self.folder / (page + "index.html" if page == "" or page.endswith("/") else page)

    def text(self, page: str) -> str:
        return self.file(page).read_text(encoding="utf-8")

    def kind(self, page: str) -> str:
        """The kind of a page, as its body says it."""
        with self.file(page).open(encoding="utf-8") as file:
            found = re.search(r'<body class="page-([\w-]+)"', file.read(8000))
        return found[1] if found else ""

    @cached_property
    def by_kind(self) -> dict[str, list[str]]:
        """The pages of each kind."""
        kinds: dict[str, list[str]] = {}
        for page in self.pages:
            kinds.setdefault(self.kind(page), []).append(page)
        return kinds

    @cached_property
    def samples(self) -> dict[str, str]:
        """A page of every kind by a name for it: the richest record of each collection among them."""
        samples = {
            kind: self.richest(pages)
            for kind, pages in sorted(self.by_kind.items())
            if kind not in ("record", "collection", "not-found")
        }
        # The longest lists are the same as the others, only slower to look through.
        samples["facet"] = self.middling(self.by_kind["facet"])
        samples["fiscal-year"] = self.middling(self.by_kind["fiscal-year"])
        samples["collection"] = "bases/"
        samples["collection with an order"] = "ministries/"
        records: dict[str, list[str]] = {}
        for page in self.by_kind["record"]:
            records.setdefault(page.split("/")[0], []).append(page)
        for collection, pages in records.items():
            samples[f"record of {collection}"] = self.richest(pages)
        charts = [page for page in records["programmes"] if "budget-chart" in self.text(page)]
        samples["record with a chart"] = self.richest(charts)
        samples["record with spans"] = self.richest(
            [page for page in records["bases"] if 'class="spans' in self.text(page)])
        samples["record with a graph"] = self.middling(
            [page for page in records["programmes"] if 'class="graph"' in self.text(page)])
        # Drawn by its script, and without one it tells what to do.
        samples["comparison"] = "compare/?ids=" + ",".join(
            samples[f"record of {name}"].rstrip("/") for name in ("programmes", "bases", "agencies"))
        samples["not-found"] = "nowhere/at/all"
        return samples

    def slug(self, page: str, label: str) -> str:
        """The short name of a facet's value on a list page."""
        found = re.search(rf'data-slug="([^"]+)"[^>]*>{re.escape(label)}<', self.text(page))
        assert found, label
        return found[1]

    def richest(self, pages: list[str]) -> str:
        return max(pages, key=lambda page: (self.file(page).stat().st_size, page))

    def middling(self, pages: list[str]) -> str:
        ordered = sorted(pages, key=lambda page: (self.file(page).stat().st_size, page))
        return ordered[len(ordered) // 2]


SAMPLES = (
    "home", "collection", "collection with an order", "facet", "fiscal-years", "fiscal-year",
    "fiscal-year-lines", "fiscal-year-others", "reading-index", "reading-row", "relation", "cited-places", "search", "compare", "comparison", "data", "not-found", "record of programmes",
    "record of ministries", "record of agencies", "record of bases", "record of awards",
    "record of projects", "record of documents", "record of pages", "record with a chart",
    "record with spans", "record with a graph", "timeline", "timeline-year",
)
"""The names of the samples; a test says if a kind of page is not among them."""
