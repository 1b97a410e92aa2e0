"""The server keeps to its description: schemathesis sends what the description allows."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, Phase, given, settings

schemathesis = pytest.importorskip("schemathesis")

from schemathesis.specs.openapi.checks import positive_data_acceptance  # noqa: E402 - after the look for it

pytestmark = pytest.mark.slow

OPERATIONS = [
    ("POST", "/api/v1/check"),
    ("POST", "/api/v1/correct"),
    ("GET", "/api/v1/terms"),
    ("GET", "/api/v1/rules/{rule}"),
    ("GET", "/api/v1/info"),
    ("PUT", "/api/v1/glossary/{id}"),
    ("DELETE", "/api/v1/glossary/{id}"),
]


@pytest.fixture(scope="module")
def api(address):
    return schemathesis.openapi.from_url(f"{address}/api/v1/openapi.json")


def test_every_operation_is_tried(api):
    found = {(operation.ok().method.upper(), operation.ok().path) for operation in api.get_all_operations()}
    assert found == set(OPERATIONS)


@pytest.mark.parametrize(("method", "path"), OPERATIONS)
def test_the_server_does_what_it_says(api, method, path):
    @settings(
        max_examples=20,
        derandomize=True,
        database=None,
        deadline=None,
        phases=(Phase.explicit, Phase.generate),
        suppress_health_check=list(HealthCheck),
    )
    @given(case=api[path][method].as_strategy())
    def send(case):
        # That bytes are no Word document, or that an example fails, is beyond what a schema can say.
        case.call_and_validate(timeout=60, excluded_checks=[positive_data_acceptance] if method in ("POST", "PUT") else [])

    send()
