"""A small record made by hand: two reports that differ over a shelling, one of them hostile to pages and terminals."""

from __future__ import annotations

from datetime import date
from typing import Any

from truceline.model import (
    Act,
    Actor,
    ActorName,
    ClaimedValue,
    Disagreement,
    Fact,
    Figure,
    HeldRole,
    Name,
    NameKind,
    Origin,
    PeaceObject,
    Record,
    Region,
    Report,
    Role,
    Status,
    Story,
    Voice,
    VoiceClass,
    When,
    Zone,
)
from truceline.views import Holdings

FIRST = (
    "Subscribe now!\n\nShells hit the ferry at Old Harbour on 1 March, killing 12 people, the harbour master said. "
    "Ines Vardan, the envoy, will meet both sides on 4 March. The port promised to reopen by 2 March."
)
SECOND = (
    "<script>alert(1)</script> & \x1b[31mThe northern command\x1b[0m fired on the ferry; "
    "19 people died, Inès Vardan said."
)
DAY = When(date(2021, 3, 1), date(2021, 3, 1), "1 March")

ENVOY = Name("Ines Vardan", "Ines Vardan", NameKind.PERSON)
ENVOY_TOO = Name("Inès Vardan", "Inès Vardan", NameKind.PERSON)
MASTER = Voice(Name("the harbour master", "the harbour master", NameKind.PERSON), VoiceClass.OFFICIAL)


def report(key: str, text: str, outlet: str, day: int, url: str | None = None) -> Report:
    published = date(2021, 3, day)
    return Report(key=key, text=text, outlet=outlet, published=published, title=f"News of {day} March", url=url)


COAST = report("coast/1", FIRST, "Coast Daily", 2, "https://coast.example/1")
NORTH = report("north/1", SECOND, "Northern <b>Voice</b>", 3, "javascript:alert(1)")


def span(one: Report, words: str) -> dict[str, Any]:
    start = one.text.index(words)
    return {"report": one.key, "start": start, "end": start + len(words), "quote": words}


SHELLS = Act(**span(COAST, "Shells hit the ferry"), type="ASSAULT", when=DAY, chain=(MASTER,))
TWELVE = Figure(**span(COAST, "killing 12 people"), measure="killed", value=12, chain=(MASTER,))
ROLE = Role(**span(COAST, "Ines Vardan, the envoy"), person=ENVOY, title="envoy")
MEETING = Act(
    **span(COAST, "Ines Vardan, the envoy, will meet both sides on 4 March"), type="CONSULT", status=Status.PLANNED,
    actors=(ENVOY,), when=When(date(2021, 3, 4), date(2021, 3, 4), "4 March"),
)
FIRED = Act(
    **span(NORTH, "The northern command\x1b[0m fired on the ferry"), type="ASSAULT", when=DAY,
    chain=(Voice(ENVOY_TOO),),
)
NINETEEN = Figure(
    **span(NORTH, "19 people died"), measure="killed", value=19, chain=(Voice(ENVOY_TOO),))
REOPEN = Act(**span(COAST, "The port promised to reopen by 2 March"), type="COOPERATE")
STATEMENTS = (SHELLS, TWELVE, ROLE, MEETING, REOPEN, FIRED, NINETEEN)

DUE = {"start": "2021-03-02", "end": "2021-03-02", "text": "by 2 March"}
RECORD = Record(
    actors=(
        Actor(id="a1", name="Ines Vardan", kind="person", roles=(HeldRole(title="envoy", organisation=None,
              start="2021-03-01", statements=(ROLE.id,)),), names=(ActorName(text="Ines Vardan", script="Latin",
              reports=("coast/1",)), ActorName(text="Inès Vardan", script="Latin", reports=("north/1",)))),
        Actor(id="a2", name="Northern Command", kind="armed group",
              names=(ActorName(text="The northern command", script="Latin", reports=("north/1",)),)),
    ),
    stories=(Story(id="st1", title="News of 2 March", reports=("coast/1", "north/1"), first="2021-03-02",
                   last="2021-03-03", origins=(Origin(root="Coast Daily", reason="publisher", reports=("coast/1",)),
                            Origin(root="Northern Voice", reason="publisher", reports=("north/1",)))),),
    facts=(
        Fact(id="f1", label="Shells hit the ferry (2021-03-01)", kind="act", statements=(SHELLS.id, FIRED.id),
             reports=("coast/1", "north/1"), standing="corroborated",
             origins=(Origin(root="the harbour master", reason="one speaker", reports=("coast/1",)),
                      Origin(root="Ines Vardan", reason="one speaker", reports=("north/1",)))),
        Fact(id="f2", label="will meet both sides", kind="act", statements=(MEETING.id,), reports=("coast/1",),
             standing="single", origins=(Origin(root="Coast Daily", reason="publisher", reports=("coast/1",)),)),
    ),
    disagreements=(Disagreement(id="d1", about="killed: Shells hit the ferry at Old Harbour", type="number", values=(
        ClaimedValue(value="19 (19 people died)", reports=("north/1",), statements=(NINETEEN.id,),
                     source="Ines Vardan"),
        ClaimedValue(value="12 (killing 12 people)", reports=("coast/1",), statements=(TWELVE.id,),
                     source="the harbour master"))),),
    talks=(PeaceObject(id="tk1", kind="talks", statements=(MEETING.id,), fields={
        "name": "Old Harbour talks", "state": "planned", "next": "Old Harbour 2021-03-04",
        "mediators": [{"name": "Ines Vardan", "actor": "a1"}], "sessions": [
            {"dates": {"start": "2021-03-04", "end": "2021-03-04", "text": ""}, "status": "planned",
             "statements": [MEETING.id]}]}),),
    pledges=(PeaceObject(id="p1", kind="pledge", statements=(REOPEN.id,), fields={
        "by": [{"name": "the port", "actor": ""}], "content": "to reopen", "due": DUE, "state": "pending",
        "history": [{"state": "pending", "when": "2021-03-01", "statement": REOPEN.id}]}),),
    stances=(PeaceObject(id="sc1", kind="stance", fields={
        "holder": {"name": "Ines Vardan", "actor": "a1"}, "issue": "talks", "positions": [
            {"position": "accepts", "when": DUE, "statement": MEETING.id}]}),),
    actor_of=((("coast/1", "Ines Vardan"), "a1"), (("north/1", "Inès Vardan"), "a1")),
)
HOLDINGS = Holdings({one.key: one for one in (COAST, NORTH)}, {one.id: one for one in STATEMENTS}, RECORD)
REGIONS = {"coast/1": (Region(0, 14, Zone.FURNITURE, "newsletter"),)}
