"""What the Python adapters share: reads a plan, has each exercise done by a session of its own, and tells the lab what came of it.

An adapter calls run(about, open_session). open_session(credentials) gives an object whose send(request) returns a dict of status,
content, url and success, and which is a context manager.
"""
import json
import os
import sys
import time
from concurrent.futures import ThreadPoolExecutor, TimeoutError, as_completed
from urllib.parse import urlencode
from urllib.request import ProxyHandler, Request, build_opener

AT_ONCE = 8
LIMIT = 30  # seconds for one exercise

opener = build_opener(ProxyHandler({}))  # not one of the clients


def run(about, open_session):
    if sys.argv[1] == "--about":
        print(json.dumps(about, ensure_ascii=False))
        return
    with opener.open(sys.argv[1]) as response:
        exercises = json.load(response)["exercises"]
    pool = ThreadPoolExecutor(AT_ONCE)
    futures = {pool.submit(perform, exercise, open_session): exercise for exercise in exercises}
    for future in as_completed(futures):
        if future.exception():
            say(futures[future], repr(future.exception()))
    sys.stderr.flush()
    os._exit(0)  # a thread that still waits cannot be ended otherwise


def perform(exercise, open_session):
    given = [request["credentials"] for request in exercise["requests"] if "credentials" in request]
    end = time.monotonic() + LIMIT
    sender = ThreadPoolExecutor(1)
    with open_session(given[0] if given else None) as session:
        for number, request in enumerate(exercise["requests"], 1):
            time.sleep(request.get("pause", 0))
            try:
                told = sender.submit(answer, session, request).result(end - time.monotonic())
            except TimeoutError:
                tell(exercise, number, {"error": f"no outcome after {LIMIT} seconds"})
                return
            tell(exercise, number, told)


def answer(session, request):
    try:
        return session.send(request)
    except Exception as error:
        return {"error": f"{type(error).__name__}: {error}"}


def tell(exercise, number, told):
    values = {name: str(value).lower() if isinstance(value, bool) else str(value) for name, value in told.items()}
    values = {name: value[: 2000 if name == "url" else 200] for name, value in values.items()}
    with opener.open(Request(f"{exercise['url']}/told?{urlencode({'request': number, **values})}", method="POST")):
        pass


def say(exercise, text):
    print(f"{exercise['name']}: {text}", file=sys.stderr)


def content_of(request):
    """A request's content as octets, or None."""
    if "size" in request:
        return b"x" * request["size"]
    return request["content"].encode() if "content" in request else None
