"""One run over the queue: several hosts at a time, one request at a time to each, with pauses.

Whatever is got is kept before anything else happens to it, so a run can be killed at any moment: what was kept is not
fetched again, and what was not is.
"""

from __future__ import annotations

import time
from collections import deque
from collections.abc import Iterator
from concurrent.futures import FIRST_COMPLETED, Future, ThreadPoolExecutor, wait
from dataclasses import dataclass, field, replace
from urllib.parse import urlsplit

from truceline.model import Part, Reception, Stage, Task
from truceline.sources.watch.plan import Plan
from truceline.sources.watch.queue import Event, Queue
from truceline.sources.watch.settle import settle
from truceline.sources.web import Client, Failure, Robots

WORKERS = 8
DAY = 86_400.0
LARGEST_LIST = 50 * 1024 * 1024
"""A sitemap may have so many bytes."""
Got = Reception | Failure


@dataclass
class Host:
    """A host with what is still to be asked of it and when that may be."""

    tasks: deque[Task] = field(default_factory=deque)
    ready: float = 0.0
    busy: bool = False


def run(plan: Plan, queue: Queue, client: Client) -> Iterator[Event]:
    """Ask whatever is due, and tell of each address what became of it.

    A step at a time: nothing is asked while nobody takes the next event, so a slow reader slows the asking down.
    """
    _take_up(plan, queue)
    robots, hosts = Robots(client), dict[str, Host]()
    names = {source.name for source in plan.sources}
    seen = _spread(queue, names, hosts, set())
    running: dict[Future[Got], Task] = {}
    with ThreadPoolExecutor(WORKERS) as pool:
        try:
            while running or any(host.tasks for host in hosts.values()):
                _start(hosts, running, pool, client, robots)
                done, _ = wait(running, timeout=_pause(hosts, running), return_when=FIRST_COMPLETED)
                for one in done:
                    event = _finish(plan, queue, hosts, running.pop(one), one, robots)
                    if event.new:
                        _spread(queue, names, hosts, seen)
                    yield event
        finally:
            for one in running:
                one.cancel()


def _take_up(plan: Plan, queue: Queue) -> None:
    """Put the plan's own addresses into the queue, and those reports back into it that are looked at again."""
    for source in plan.sources:
        told = source.told()
        queue.enqueue(Task(url=url, source=source.name, part=Part.LIST) for url in source.lists)
        queue.enqueue(Task(url=url, source=source.name, told=told) for url in source.pages)
    again = {source.name: source.again for source in plan.sources if source.again}
    now = time.time()
    for task in queue.tasks(Stage.READ) if again else ():
        got = next(queue.receptions(task.url), None)
        if got and now - got.fetched.timestamp() < again.get(task.source, 0.0) * DAY:
            queue.settle_task(replace(task, stage=Stage.WAITING))


def _spread(queue: Queue, names: set[str], hosts: dict[str, Host], seen: set[str]) -> set[str]:
    """Give each host what is due of it and was not given yet; lists go first, since they name the rest."""
    waiting = queue.tasks(Stage.WAITING, time.time())
    due = [task for task in waiting if task.url not in seen and task.source in names]
    for task in sorted(due, key=lambda task: task.part is not Part.LIST):
        hosts.setdefault(urlsplit(task.url).netloc, Host()).tasks.append(task)
        seen.add(task.url)
    return seen


def _start(
    hosts: dict[str, Host], running: dict[Future[Got], Task], pool: ThreadPoolExecutor, client: Client, robots: Robots
) -> None:
    """Ask the hosts that are ready, as long as there are hands free."""
    now = time.monotonic()
    for host in hosts.values():
        if len(running) >= WORKERS:
            return
        if host.tasks and not host.busy and host.ready <= now:
            task, host.busy = host.tasks.popleft(), True
            running[pool.submit(_ask, task, client, robots)] = task


def _ask(task: Task, client: Client, robots: Robots) -> Got:
    """Ask one address, for its changes only where an earlier answer allows that."""
    if refusal := robots.refusal(task.url):
        return refusal
    given = {"If-None-Match": task.etag, "If-Modified-Since": task.modified}
    asked = {name: value for name, value in given.items() if value and value.isprintable() and value.isascii()}
    if task.part is Part.LIST:
        return client.get(task.url, asked, LARGEST_LIST)
    return client.get(task.url, asked)


def _finish(
    plan: Plan, queue: Queue, hosts: dict[str, Host], task: Task, one: Future[Got], robots: Robots
) -> Event:
    """Keep what was got, and let its host rest."""
    host = hosts[urlsplit(task.url).netloc]
    host.busy = False
    host.ready = time.monotonic() + max(plan.delay, robots.delay(task.url))
    got = one.result()
    if isinstance(got, Failure) and got.after:
        host.ready = max(host.ready, time.monotonic() + min(got.after, 60.0))
    return settle(queue, task, plan.source(task.source), got, time.time())


def _pause(hosts: dict[str, Host], running: dict[Future[Got], Task]) -> float | None:
    """How long to wait at most: until the next host is ready."""
    now = time.monotonic()
    ready = [max(0.0, host.ready - now) for host in hosts.values() if host.tasks and not host.busy]
    if not running:
        time.sleep(min(ready, default=0.0))
    return min(ready, default=None) if len(running) < WORKERS else None
