#!/bin/bash
# Succeeds when the server in this container says that it lives. Needs bash alone.
exec 3<>"/dev/tcp/127.0.0.1/${SERVER_PORT:-8080}" || exit 1
printf 'GET %s/actuator/health/liveness HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n' "${SERVER_SERVLET_CONTEXT_PATH:-}" >&3
read -r -t 2 _ status _ <&3
[[ $status == 200 ]]
