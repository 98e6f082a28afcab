"""Dates as users write them."""

from datetime import date

import pytest

from framesage.dates import nearest_date, read_date


def test_a_date_has_one_form():
    assert read_date("2027-01-31") == date(2027, 1, 31)


@pytest.mark.parametrize("text", ["2027-02-30", "20270131", "2027-W01-1", "2027-1-31", "", "soon"])
def test_anything_else_is_no_date(text):
    assert read_date(text) is None


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("2027/1/31", "2027-01-31"),
        ("31.01.2027", "2027-01-31"),
        ("2027-1-5", "2027-01-05"),
        ("2027-01-31T00:00:00", "2027-01-31"),
        ("1/2/2027", ""),
        ("31.02.2027", ""),
        ("soon", ""),
    ],
)
def test_the_date_that_is_meant(text, meant):
    assert nearest_date(text) == meant
