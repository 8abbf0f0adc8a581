"""What a reader asks for in an address."""

from __future__ import annotations

from datetime import date
from typing import Annotated, Any

from fastapi import Query as Parameter
from pydantic import BaseModel, Field, field_validator

from truceline.views.search import Query

LONGEST = 200
Word = Annotated[str, Field(max_length=LONGEST)]


class Asked(BaseModel):
    """A search. Empty fields, as a form sends them, do not matter."""

    q: Word = Field("", description="Words, and phrases in quotation marks, that all stand near a statement")
    actor: Word = Field("", description="An actor's id")
    part: Word = Field("", description="does, undergoes, mediates, says, holds, pledges or serves")
    kind: Word = Field("", description="act, stance, pledge, figure, role or quote")
    type: Word = Field("", description="An act's PLOVER type, such as AGREE")
    status: Word = Field("", description="occurred, planned, demanded, denied …")
    standing: Word = Field("", description="The standing of the fact: single, corroborated, disputed, superseded")
    issue: Word = Field("", description="What is negotiated about, such as ceasefire")
    outlet: Word = Field("", description="Who published the report")
    place: Word = Field("", description="A place's name, or a part of one")
    start: date | None = Field(None, description="The first day")
    end: date | None = Field(None, description="The last day")

    @field_validator("start", "end", mode="before")
    @classmethod
    def _left_empty(cls, value: Any) -> Any:
        return value or None

    @property
    def query(self) -> Query:
        """The search as the view takes it."""
        return Query(**self.model_dump(include=set(Asked.model_fields)))


class AskedPage(Asked):
    """A search, and which page of what it finds."""

    page: int = Field(1, ge=1, le=100_000)


class Stretch(BaseModel):
    """A part of a long list."""

    offset: int = Field(0, ge=0, le=10_000_000)
    limit: int = Field(50, ge=1, le=500)


class AskedStretch(Asked, Stretch):
    """A search, and a part of what it finds."""


Search = Annotated[Asked, Parameter()]
SearchPage = Annotated[AskedPage, Parameter()]
SearchStretch = Annotated[AskedStretch, Parameter()]
Part = Annotated[Stretch, Parameter()]
