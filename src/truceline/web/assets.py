"""Styles and scripts, from inside the package."""

from __future__ import annotations

from importlib.resources import files

from fastapi import APIRouter
from starlette.exceptions import HTTPException
from starlette.responses import Response

from truceline.web.render import STATIC, style

router = APIRouter()
SCRIPTS = ("desk.js", "htmx.min.js")


@router.get(STATIC + "{version}/{name}")
def asset(version: str, name: str) -> Response:  # noqa: ARG001 - the version is there for the browser's sake
    """A style or script of the desk."""
    if name == "desk.css":
        return Response(style(), media_type="text/css")
    if name in SCRIPTS:
        text = files("truceline.web").joinpath("static", name).read_text("utf-8")
        return Response(text, media_type="text/javascript")
    raise HTTPException(404)
