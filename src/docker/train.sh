#!/bin/bash
# Starts the server, asks it for what visitors ask most, and stops it, so that the JVM leaves
# an AOT cache of the classes and profiles that were needed. What is answered does not matter.
# Usage: train.sh command...     the command starts the server; it gets --server.port=0 added
set -u

log=$(mktemp)
"$@" --server.port=0 >"$log" 2>&1 &
server=$!

fail() {
	cat "$log" >&2
	echo "train.sh: $1" >&2
	kill -KILL "$server" 2>/dev/null
	exit 1
}

port=
for ((i = 0; i < 600 && ${#port} == 0; i++)); do
	kill -0 "$server" 2>/dev/null || fail "the server ended before it was ready"
	sleep 0.1
	port=$(sed -n 's/.*Jetty started on ports\{0,1\} \([0-9]*\).*/\1/p' "$log")
done
[[ $port ]] || fail "the server was not ready within a minute"

# ask METHOD TARGET [FIELD...] [-- CONTENT]: sends one request; status, etag and location tell what came back
ask() {
	local head="$1 $2 HTTP/1.1"$'\r\nHost: localhost\r\nConnection: close\r\n' content= line
	shift 2
	while (($#)); do
		if [[ $1 == -- ]]; then
			content=$2
			head+="Content-Type: application/json"$'\r\n'"Content-Length: ${#content}"$'\r\n'
			break
		fi
		head+=$1$'\r\n'
		shift
	done
	status= etag= location=
	exec 3<>"/dev/tcp/127.0.0.1/$port" || fail "no connection"
	printf '%s\r\n%s' "$head" "$content" >&3
	read -r -t 30 _ status _ <&3
	while read -r -t 30 line <&3 && line=${line%$'\r'} && [[ $line ]]; do
		case ${line,,} in
		etag:*) etag=${line#*: } ;;
		location:*) location=${line#*: } ;;
		esac
	done
	cat <&3 >/dev/null
	exec 3>&-
	if [[ $location == *://* ]]; then
		location=${location#*://}
		location=/${location#*/}
	fi
	((requests++))
}

# One request over HTTP/2 without TLS: preface, SETTINGS, HEADERS (GET /codes/404), acknowledgement
ask_h2() {
	exec 3<>"/dev/tcp/127.0.0.1/$port" || fail "no connection"
	printf 'PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n\0\0\0\4\0\0\0\0\0' >&3
	printf '\0\0\31\1\5\0\0\0\1\202\206\4\12/codes/404\101\11localhost' >&3
	printf '\0\0\0\4\1\0\0\0\0' >&3
	timeout 1 cat <&3 >/dev/null
	exec 3>&-
	((requests++))
}

catalogue() {
	local target type language
	for target in / /codes /codes/404 '/codes?class=3xx' /classes /classes/4xx /codes/304 /codes/299; do
		for type in '*/*' application/json text/html text/plain; do
			for language in en ko; do
				ask GET "$target" "Accept: $type" "Accept-Language: $language" "Accept-Encoding: gzip"
				ask GET "$target" "Accept: $type" "Accept-Language: $language"
				[[ $etag ]] && ask GET "$target" "Accept: $type" "Accept-Language: $language" "If-None-Match: $etag"
			done
		done
		ask HEAD "$target"
	done
	ask GET /codes/404 "Accept: image/png"
	ask GET /codes/abc
	ask GET /codes?nonsense=1
	ask GET /favicon.ico
	ask GET /nothing/here
	ask GET /nothing/here "Accept: text/html"
	ask OPTIONS /codes
	ask DELETE /codes
	ask_h2
}

documents() {
	local id tag
	ask GET /demo/documents
	ask GET /demo/documents/1
	ask POST /demo/documents -- '{"title":"Training","content":"A first text"}'
	id=${location:-/demo/documents/1}
	ask GET "$id"
	tag=${etag:-'"none"'}
	ask GET "$id" "If-None-Match: $tag"
	ask PUT "$id" -- '{"title":"Training","content":"No precondition"}'
	ask PUT "$id" 'If-Match: "another"' -- '{"title":"Training","content":"Not the current tag"}'
	ask PUT "$id" "If-Match: $tag" -- '{"title":"Training","content":"A second text"}'
	ask POST /demo/documents -- '{"title":'
	ask POST /demo/documents -- '{}'
	ask GET "$id" "Range: bytes=0-3"
	ask GET "$id"
	ask DELETE "$id"
	ask DELETE "$id" "If-Match: ${etag:-'"none"'}"
	ask GET "$id"
}

demos() {
	local code
	documents
	for code in 301 302 303 307 308; do
		ask GET "/demo/redirects/$code"
		ask POST "/demo/redirects/$code?hops=2" -- '{}'
	done
	ask GET /demo/event
	ask GET /demo/new-event
	ask GET /demo/today
	ask POST /demo/echo -- '{"a":1}'
	ask POST /demo/orders -- '{"item":"tea","quantity":2}'
	[[ $location ]] && ask GET "$location"
	ask POST /demo/jobs -- '{"seconds":1}'
	[[ $location ]] && ask GET "$location"
	ask GET /demo/access
	ask GET /demo/access "Authorization: Basic $(printf user:password | base64)"
	ask GET /demo/access/admin "Authorization: Basic $(printf user:password | base64)"
	ask POST /demo/maintenance/training -- '{"seconds":1}'
	ask GET /demo/maintenance/training
	ask GET /demo/quota/training
	for code in 200 404 503; do
		ask GET "/status/$code"
		ask GET "/$code"
	done
}

operations() {
	ask GET /v3/api-docs
	ask GET /swagger-ui.html
	ask GET /swagger-ui/index.html
	ask GET /swagger-ui/swagger-ui.css "Accept-Encoding: gzip"
	ask GET /v3/api-docs/swagger-config
	ask GET /actuator/health
	ask GET /actuator/health/liveness
	ask GET /actuator/health/readiness
	ask GET /actuator/info
	ask GET /actuator/prometheus
}

requests=0
for ((round = 0; round < 4; round++)); do
	catalogue
	demos
	operations
done

kill -TERM "$server"
wait "$server"
code=$?
cat "$log"
# 143 is what SIGTERM makes of a JVM
((code == 0 || code == 143)) || fail "the server ended with $code"
echo "train.sh: $requests requests"
