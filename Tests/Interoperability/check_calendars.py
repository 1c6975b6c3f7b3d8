#!/usr/bin/env python3
"""Reads exported calendars with PyPI's icalendar, and hands absences that icalendar wrote to the planner.

    check_calendars.py PASSERELLE

Exits 0 if every calendar is read without an error, holds what `plan --format json` says, updates what was imported
before, and no session falls on an absence; 1 otherwise.
"""

import json
import shutil
import subprocess
import sys
import tempfile
from datetime import date, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

from icalendar import Calendar, Event

CURRICULA = Path(__file__).resolve().parent.parent.parent / "Curricula"
PROGRAM = sys.argv[1]


def run(folder, *arguments):
    done = subprocess.run([PROGRAM, *arguments], cwd=folder, capture_output=True)
    if done.returncode != 0:
        sys.exit(f"{' '.join(arguments)}: {done.stderr.decode()}")
    return done.stdout


def events(raw):
    """The events of a calendar by identifier; every line is at most 75 octets long and ends as RFC 5545 says."""
    assert all(len(line) <= 75 for line in raw.split(b"\r\n")), "a line is longer than 75 octets"
    assert b"\n" not in raw.replace(b"\r\n", b""), "a line ends with a line feed alone"
    calendar = Calendar.from_ical(raw)
    assert calendar["VERSION"] == "2.0" and "PRODID" in calendar
    found = {}
    for event in calendar.walk("VEVENT"):
        assert not event.errors, event.errors
        assert str(event["UID"]) not in found, "two events have one identifier"
        found[str(event["UID"])] = event
    return found


def absences():
    """A calendar of every kind of absence, as icalendar writes it."""
    calendar = Calendar()
    calendar.add("version", "2.0")
    calendar.add("prodid", "-//test//")

    def event(**members):
        one = Event()
        one.add("uid", f"{len(calendar.subcomponents)}@test")
        one.add("dtstamp", datetime(2026, 11, 1, tzinfo=ZoneInfo("UTC")))
        one.add("summary", "Fermé, « pont » ; " + "é" * 80)
        for name, value in members.items():
            one.add(name, value)
        calendar.add_component(one)

    event(dtstart=date(2026, 12, 21), dtend=date(2027, 1, 4))
    event(dtstart=date(2026, 12, 1))
    event(dtstart=datetime(2026, 12, 15, 14, 0, tzinfo=ZoneInfo("Europe/Paris")), duration=timedelta(hours=1))
    event(dtstart=date(2026, 1, 19), rrule={"freq": "yearly"})
    event(dtstart=date(2027, 2, 2), rrule={"freq": "weekly", "count": 3, "byday": "tu"})
    calendar.add_missing_timezones()
    return calendar.to_ical()


with tempfile.TemporaryDirectory() as place:
    folder = Path(place) / "workspace"
    shutil.copytree(CURRICULA, folder)
    early = ["--now", "2026-11-02T10:00:00Z"]
    run(folder, "person", "add", "Awa Diallo")
    run(folder, "person", "add", "Étienne Lefèvre")
    run(folder, "pair", "add", "p", "--junior", "awa", "--senior", "etienne", "--curriculum", "digital-presence", *early)
    (folder / "leave.ics").write_bytes(absences())
    asked = ["plan", "--pair", "p", "--start", "2026-12-01", "--absences", "leave.ics"]
    for time in [["--at", "14:30", "--zone", "Europe/Paris"], []]:
        now = ["--now", "2026-11-23T10:00:00Z"]
        told = json.loads(run(folder, *asked, *time, *now, "--format", "json"))
        found = events(run(folder, *asked, *time, *now, "--format", "ics"))
        starts = [event.decoded("DTSTART") for event in found.values()]
        if time:
            local = [start.astimezone(ZoneInfo("Europe/Paris")) for start in starts]
            assert all((start.hour, start.minute) == (14, 30) for start in local), local
            starts = [start.date() for start in local]
        assert [start.isoformat() for start in starts] == [session["date"] for session in told["sessions"]]
        off = {date(2026, 12, 1), date(2026, 12, 15), date(2027, 1, 19), date(2027, 2, 2), date(2027, 2, 9)}
        assert not off & set(starts), starts
        assert not any(date(2026, 12, 21) <= start < date(2027, 1, 4) for start in starts), starts
    before = found
    run(folder, "record", "missed", "p", "--now", "2026-12-02T10:00:00Z")
    after = events(run(
        folder, "plan", "--pair", "p", "--start", "2026-12-16", "--now", "2026-12-02T10:00:00Z", "--format", "ics"))
    assert set(before) == set(after), "an event changed its identifier"
    for name in before:
        assert int(after[name]["SEQUENCE"]) > int(before[name]["SEQUENCE"]), "SEQUENCE did not rise"

print(f"icalendar reads {len(before) + len(after)} events, their days are the plan's, and no session is on an absence")
