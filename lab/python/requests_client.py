"""Python's requests: a Session for each exercise."""
import io
import platform

import requests
from requests.auth import HTTPDigestAuth
import urllib3

from plan import content_of, run


class Client:
    def __init__(self, credentials):
        self.session = requests.Session()
        if credentials:
            user, password = credentials["user"], credentials["password"]
            digest = credentials.get("scheme", "").lower() == "digest"
            self.session.auth = HTTPDigestAuth(user, password) if digest else (user, password)

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.session.close()

    def send(self, request):
        content = content_of(request)
        # A large one comes from a file
        data = io.BytesIO(content) if "size" in request else content
        response = self.session.request(request["method"], request["url"], headers=request.get("fields"), data=data)
        return {"status": response.status_code, "content": response.text, "url": response.url, "success": response.ok}


run(
    {
        "name": "requests",
        "short": "req",
        "version": f"{requests.__version__} (urllib3 {urllib3.__version__}, Python {platform.python_version()})",
        "settings": "a `Session`; `auth` with a pair, or with `HTTPDigestAuth` where the exercise names Digest",
    },
    Client,
)
