"""The nouns. Standard library only."""

from truceline.model.entry import (
    Actor, ActorName, ClaimedValue, CopyGroup, Disagreement, Fact, HeldRole, Origin, PeaceObject, Record, Story,
)
from truceline.model.judgement import Judgement, Reason, Verdict
from truceline.model.report import Report
from truceline.model.statement import (
    Act, Figure, Issue, Name, NameKind, Place, Pledge, Quote, Role, Stance, Statement, Status, Voice, VoiceClass, When,
    plain,
)
from truceline.model.text import CleanText, Damage, Region, Zone

__all__ = [
    "Act", "Actor", "ActorName", "ClaimedValue", "CleanText", "CopyGroup", "Damage", "Disagreement", "Fact", "Figure",
    "HeldRole", "Issue", "Judgement", "Name", "NameKind", "Origin", "PeaceObject", "Place", "Pledge", "Quote", "Reason",
    "Record", "Region", "Report", "Role", "Stance", "Statement", "Status", "Story", "Verdict", "Voice", "VoiceClass",
    "When", "Zone", "plain",
]
