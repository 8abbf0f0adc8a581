"""Acts of an invented report, as events: what is planned, denied, long past; several parties; a known place."""

from __future__ import annotations

from datetime import date
from typing import Any

from truceline.export import Material
from truceline.model import (
    Act,
    Actor,
    ActorName,
    HeldRole,
    Issue,
    Name,
    NameKind,
    PeaceObject,
    Place,
    Record,
    Report,
    Status,
    Voice,
    When,
)

TEXT = (
    "Kenya and the Lake Front agreed on a truce in Goma on 3 May, with the mediation of Norway. "
    "The front will free nine soldiers. Envoy Asha Moro denied that Kenyan police\thad fired. "
    "In 2009 the militia burned the mill. It would return if the army left. The treasury grew."
)
REPORT = Report(
    key="lake/1", text=TEXT, outlet="Lake Post", published=date(2021, 5, 4), title="Truce at the lake",
    url="https://lake.example/1",
)
STATE = Name("Kenya", "Kenya", NameKind.GOVERNMENT)
FRONT = Name("the Lake Front", "Lake Front", NameKind.ARMED_GROUP)
POLICE = Name("Kenyan police\t", "Kenyan police", NameKind.GOVERNMENT)
NORWAY = Name("Norway", "Norway", NameKind.GOVERNMENT)
ENVOY = Name("Envoy Asha Moro", "Asha Moro", NameKind.PERSON)
GOMA = Place("Goma", 216281, -1.674, 29.228, "point")


def act(words: str, kind: str | None, **more: Any) -> Act:
    """An act in the report's words."""
    start = TEXT.index(words)
    return Act(report=REPORT.key, start=start, end=start + len(words), quote=words, type=kind, **more)


def day(text: str, start: date, end: date | None = None) -> When:
    """One day, or several."""
    return When(start, end or start, text)


AGREED = act(
    "Kenya and the Lake Front agreed on a truce in Goma on 3 May", "AGREE", actors=(STATE, FRONT), mediators=(NORWAY,),
    where=(GOMA,), when=day("3 May", date(2021, 5, 3)), issue=Issue.CEASEFIRE,
)
FREE = act(
    "The front will free nine soldiers", "RETREAT", mode="release", status=Status.PLANNED, issue=Issue.DETAINEES,
    actors=(FRONT,), recipients=(Name("nine soldiers", "nine soldiers"),),
)
FIRED = act(
    "Kenyan police\thad fired", "ASSAULT", mode="firearms", status=Status.DENIED, actors=(POLICE,),
    chain=(Voice(ENVOY),),
)
BURNED = act(
    "In 2009 the militia burned the mill", "ASSAULT", mode="arson", contexts=("economic",),
    actors=(Name("the militia", "the militia"),), when=day("2009", date(2009, 1, 1), date(2009, 12, 31)),
    where=(Place("the mill"),),
)
RETURN = act("It would return", "MOBILIZE", status=Status.CONDITIONAL, mode="militia")
GREW = act("The treasury grew", None)
DECLARED = {"start": "2021-05-03", "end": "2021-05-03", "text": "3 May"}
SIDES = [{"name": "Kenya", "actor": "a1"}, {"name": "Lake Front", "actor": "a2"}]
TRUCE: dict[str, Any] = {
    "declared": DECLARED, "effective": {"start": "2021-05-01", "end": "2021-05-31", "text": "in May"}, "ended": None,
    "parties": SIDES, "brokers": [{"name": "Norway", "actor": "a9"}], "areas": ["Goma"],
    "declarations": [{"actor": one, "side": "all", "when": DECLARED, "statement": AGREED.id} for one in SIDES],
    "extended": [], "alleged_violations": [],
}
RECORD = Record(
    actors=(
        Actor(id="a1", name="Kenya", kind="government", names=(ActorName(text="Kenya", script="Latin",
              reports=("lake/1",)),)),
        Actor(id="a2", name="Lake Front", kind="armed group", names=(ActorName(text="Lake Front rebels",
              script="Latin", reports=("lake/1",)),)),
        Actor(id="a3", name="Asha Moro", kind="person", names=(ActorName(text="Asha Moro", script="Latin",
              reports=("lake/1",)),), roles=(HeldRole(title="envoy", organisation="Lake Front"),),
              members_of=("a2",)),
    ),
    truces=(PeaceObject(id="tr1", kind="truce", statements=(AGREED.id,), fields=TRUCE),),
    talks=(PeaceObject(id="tk1", kind="talks", statements=(AGREED.id,), fields={
        "name": "Goma talks", "parties": TRUCE["parties"]}),),
    actor_of=((("lake/1", "Kenya"), "a1"), (("lake/1", "Lake Front"), "a2"), (("lake/1", "Asha Moro"), "a3")),
)
MATERIAL = Material((AGREED, FREE, FIRED, BURNED, RETURN, GREW), RECORD, (REPORT,))
