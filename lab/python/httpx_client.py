"""Python's httpx: a Client for each exercise."""
import platform

import httpx

from plan import content_of, run


class Client:
    def __init__(self, credentials):
        auth = None
        if credentials:
            user, password = credentials["user"], credentials["password"]
            digest = credentials.get("scheme", "").lower() == "digest"
            auth = httpx.DigestAuth(user, password) if digest else (user, password)
        self.client = httpx.Client(follow_redirects=True, auth=auth)

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.client.close()

    def send(self, request):
        response = self.client.request(
            request["method"], request["url"], headers=request.get("fields"), content=content_of(request)
        )
        return {
            "status": response.status_code,
            "content": response.text,
            "url": response.url,
            "success": response.is_success,
        }


run(
    {
        "name": "httpx",
        "short": "httpx",
        "version": f"{httpx.__version__} (Python {platform.python_version()})",
        "settings": "a `Client` with `follow_redirects=True`; `auth` with a pair, or with `DigestAuth` where the exercise names Digest",
    },
    Client,
)
