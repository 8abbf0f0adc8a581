"""The desk put together."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from starlette.exceptions import HTTPException
from starlette.middleware.trustedhost import TrustedHostMiddleware
from starlette.responses import JSONResponse, Response

from truceline import __version__
from truceline.errors import RecordError, TrucelineError, UnknownName
from truceline.web import api
from truceline.web.assets import router as assets
from truceline.web.desk import Desk
from truceline.web.guard import HOSTS, Guard
from truceline.web.pages import ROUTERS
from truceline.web.render import STATIC, page
from truceline.web.shelf import Shelf

ABOUT = "Everything that the pages show. Every line names the statements that it rests on, with their words and places."


def application(url: str) -> FastAPI:
    """The desk on the store under a URL. The store is opened when somebody asks, and never written by what they ask."""
    desk = Desk(url)

    @asynccontextmanager
    async def open_hours(_: FastAPI) -> AsyncIterator[None]:
        yield
        desk.close()

    app = FastAPI(lifespan=open_hours, title="Truceline", version=__version__, description=ABOUT, docs_url=None,
                  redoc_url=None, openapi_url="/api/openapi.json")
    for router in ROUTERS:
        app.include_router(router, include_in_schema=False)
    app.include_router(api.router)
    app.include_router(assets, include_in_schema=False)
    app.add_exception_handler(TrucelineError, failed)
    app.add_exception_handler(HTTPException, failed)
    app.add_exception_handler(RequestValidationError, failed)
    app.add_middleware(Shelf)
    app.add_middleware(Guard, desk=desk, static=STATIC)
    app.add_middleware(TrustedHostMiddleware, allowed_hosts=list(HOSTS))
    return app


def failed(request: Request, error: Exception) -> Response:
    """One line on what is wrong, as a page or, to programs, as JSON."""
    status, message = told(error)
    if request.url.path.startswith("/api"):
        return JSONResponse({"detail": message}, status)
    return page(request, "error.html.j2", status, message=message, number=status)


def told(error: Exception) -> tuple[int, str]:
    """The status and the line for an error."""
    if isinstance(error, HTTPException):
        return error.status_code, "There is no such page" if error.status_code == 404 else str(error.detail)
    if isinstance(error, RequestValidationError):
        return 422, "; ".join(f"{one['loc'][-1]}: {one['msg']}" for one in error.errors())
    if isinstance(error, UnknownName):
        return 404, str(error)
    return 503 if isinstance(error, RecordError) else 400, str(error)
