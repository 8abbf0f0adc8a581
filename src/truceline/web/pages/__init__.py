"""The pages, one file a part of the desk."""

from __future__ import annotations

from fastapi import APIRouter

from truceline.web.pages import actors, boards, facts, reports, searching, today

ROUTERS: tuple[APIRouter, ...] = (
    today.router, facts.router, boards.router, actors.router, reports.router, searching.router,
)
