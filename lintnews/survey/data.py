"""A survey as JSON: takes a Report, gives text. Version 1: fields may be added, none changed."""

from __future__ import annotations

import json
from typing import Any

from lintnews.survey.collect import Report


def render(report: Report) -> str:
    """One JSON object."""
    return json.dumps(_table(report), ensure_ascii=False, indent=1) + "\n"


def _table(report: Report) -> dict[str, Any]:
    return {
        "version": 1,
        "documents": report.documents,
        "words": report.words,
        "concepts": [
            {
                "id": concept.id,
                "preferred": concept.preferred,
                "documents": concept.documents,
                "forms": [
                    {"text": f.text, "status": f.status, "kind": f.kind, "count": f.total, "documents": dict(f.places)}
                    for f in concept.forms
                ],
            }
            for concept in report.concepts
        ],
        "variants": [
            {
                "concept": cluster.concept,
                "forms": [{"text": v.text, "count": v.total, "documents": dict(v.places)} for v in cluster.variants],
                "draft": cluster.draft,
            }
            for cluster in report.variants
        ],
    }
