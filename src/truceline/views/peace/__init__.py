"""Talks, truces, pledges and positions as a reader asks for them: a board each."""

from truceline.views.peace.pledges import Pledge, Turn, pledges
from truceline.views.peace.positions import Board, Position, positions
from truceline.views.peace.talks import Member, Session, Talks, talks
from truceline.views.peace.truces import Truce, Violation, truces

__all__ = ["Board", "Member", "Pledge", "Position", "Session", "Talks", "Truce", "Turn", "Violation", "pledges",
           "positions", "talks", "truces"]
