"""The scripts of the search stay small; what is measured is what a server sends, gzip at its usual level."""

import gzip

import pytest

from serving import bench

KB = 1024


@pytest.fixture(scope="module")
def sizes(tmp_path_factory):
    folder = tmp_path_factory.mktemp("scripts")
    bench("scripts", folder)
    return {path.stem: len(gzip.compress(path.read_bytes(), 6)) for path in folder.iterdir()}


def test_the_engine_and_the_box_are_small(sizes):
    assert sizes["search-engine"] <= 5.8 * KB
    assert sizes["search-engine"] + sizes["search"] <= 10 * KB


def test_the_parts_that_few_queries_need_are_smaller_than_the_engine(sizes):
    for part in ("cuts", "facets", "names", "spellings", "questions"):
        assert sizes[f"search-{part}"] < sizes["search-engine"], part
