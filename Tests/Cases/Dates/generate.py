#!/usr/bin/env python3
"""Computes free days and last days for 2026-2040, independently of the Swift code.

Needs python-dateutil, whose Easter (Oudin's method) and calendar arithmetic are not ours. Where the
program walks from day to day, this looks terms up in one sorted list of working days.

    python3 Tests/Cases/Dates/generate.py

Writes beside itself:
    free-days.txt   every day on which no term may end, with the reason
    last-days.txt   for every day of an event, how many days later each term ends

Rules: Algemene termijnenwet, articles 1 to 4.
"""

from bisect import bisect_left, bisect_right
from datetime import date, timedelta
from pathlib import Path

from dateutil.easter import easter
from dateutil.relativedelta import relativedelta

HERE = Path(__file__).parent
FIRST, LAST = date(2026, 1, 1), date(2040, 12, 31)
HORIZON = date(2042, 12, 31)

# Article 3, paragraph 3: the days named by decree for 2026 to 2028.
DECREED = ["2026-01-02", "2026-05-15", "2027-05-07", "2028-04-28", "2028-05-26"]

# Label, length, and whether article 4 (a) leaves the term to the act.
TERMS = [
    ("P3D", relativedelta(days=3), True),
    ("P14D", relativedelta(days=14), True),
    ("P90D", relativedelta(days=90), True),
    ("P91D", relativedelta(days=91), False),
    ("P4W", relativedelta(weeks=4), True),
    ("P6W", relativedelta(weeks=6), True),
    ("P10W", relativedelta(weeks=10), True),
    ("P12W", relativedelta(weeks=12), True),
    ("P13W", relativedelta(weeks=13), False),
    ("P3M", relativedelta(months=3), True),
    ("P1Y", relativedelta(years=1), False),
]


def free_days(years):
    """Date to reason; a later entry wins, so a holiday in a weekend keeps its own name."""
    every = [date(years[0], 1, 1) + timedelta(n) for n in range((HORIZON - date(years[0], 1, 1)).days + 1)]
    reasons = {day: "zaterdag" for day in every if day.isoweekday() == 6}
    reasons |= {day: "zondag" for day in every if day.isoweekday() == 7}
    reasons |= {date.fromisoformat(text): "aangewezen dag" for text in DECREED}
    for year in years:
        sunday = easter(year)
        birthday = date(year, 4, 27)
        reasons |= {
            sunday - timedelta(2): "Goede Vrijdag",
            sunday + timedelta(1): "tweede paasdag",
            sunday + timedelta(39): "Hemelvaartsdag",
            sunday + timedelta(50): "tweede pinksterdag",
            birthday - timedelta(birthday.isoweekday() == 7): "Koningsdag",
            date(year, 1, 1): "Nieuwjaarsdag",
            date(year, 5, 5): "Bevrijdingsdag",
            date(year, 12, 25): "eerste kerstdag",
            date(year, 12, 26): "tweede kerstdag",
        }
    return dict(sorted(reasons.items()))


def main():
    free = free_days(range(FIRST.year, HORIZON.year + 1))
    span = range((HORIZON - FIRST).days + 1)
    working = [day for day in (FIRST + timedelta(n) for n in span) if day not in free]

    def last_day(event, length, extended):
        raw = event + length
        if not extended:
            return raw
        next_working = working[bisect_left(working, raw)]
        second_working = working[bisect_right(working, event) + 1]
        return max(next_working, second_working)

    lines = [f"{day} {reason}" for day, reason in free.items() if day <= LAST]
    (HERE / "free-days.txt").write_text("\n".join(lines) + "\n")

    lines = ["event " + " ".join(label for label, _, _ in TERMS)]
    for n in range((LAST - FIRST).days + 1):
        event = FIRST + timedelta(n)
        offsets = [(last_day(event, length, extended) - event).days for _, length, extended in TERMS]
        lines.append(f"{event} " + " ".join(map(str, offsets)))
    (HERE / "last-days.txt").write_text("\n".join(lines) + "\n")


if __name__ == "__main__":
    main()
