"""Package names are normalized like packaging does it."""

from hypothesis import given
from hypothesis import strategies as st
from packaging.utils import canonicalize_name as reference

from framesage.manifests.names import canonicalize_name


@given(st.text("aZ0-_.İ"))
def test_same_as_packaging(name):
    assert canonicalize_name(name) == reference(name)
