"""The settings of Hypothesis.

Every run tries the same examples. To look further: `HYPOTHESIS_PROFILE=long pytest tests/properties`, or
`pytest tests/properties --hypothesis-profile=long`.
"""

from __future__ import annotations

import os

import pytest
from hypothesis import HealthCheck, settings

settings.register_profile(
    "ci",
    derandomize=True,
    database=None,
    deadline=None,
    max_examples=20,
    stateful_step_count=40,
    suppress_health_check=[HealthCheck.too_slow],
)
settings.register_profile(
    "long",
    parent=settings.get_profile("ci"),
    derandomize=False,
    max_examples=3000,
    stateful_step_count=60,
)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "ci"))
pytest.register_assert_rewrite("tests.properties.hostile_judge")
