# shellcheck shell=bash
# What the programs of this folder share: they start the server as its image does, and judge a number by its goal.

fail() {
	echo "bench: $1" >&2
	exit 2
}

whole() { # option, value
	[[ ${2-} =~ ^[1-9][0-9]*$ ]] || fail "$1 takes a whole number, not '${2-}'"
}

set_up() { # the commands that must be there; sets java, jcmd, scratch
	local command
	[[ -r /proc/self/stat ]] || fail "CPU time and threads are read from /proc: this needs Linux"
	for command; do
		command -v "$command" >/dev/null || fail "$command is missing: apt-get install $command"
	done
	java=${JAVA_HOME:+$JAVA_HOME/bin/}java jcmd=${JAVA_HOME:+$JAVA_HOME/bin/}jcmd
	command -v "$java" >/dev/null || fail "no Java: $java"
	scratch=$(mktemp -d)
	started=()
	missed=0
	trap finish EXIT
	trap 'exit 130' INT
	trap 'exit 143' TERM
}

finish() {
	local pid
	for pid in "${started[@]}"; do
		kill "$pid" 2>/dev/null && wait "$pid" 2>/dev/null || :
	done
	rm -rf "$scratch"
}

build() { # sets jar, unless it was given
	[[ -z $jar ]] || return 0
	echo "Building target/bench …"
	./mvnw -B -ntp -q -Pbench -Dmaven.test.skip=true clean package >"$scratch/build" 2>&1 || {
		cat "$scratch/build" >&2
		fail "the build failed"
	}
	jar=$(ls "$PWD"/target/bench/statuslab-*.jar)
}

start_server() { # sets server, its process, and origin
	local port='' i
	# As in the image, less its preparation ahead of time; options that an older JDK does not know are passed over
	MALLOC_ARENA_MAX=1 "$java" -XX:+IgnoreUnrecognizedVMOptions "@$options" -Dspring.aot.enabled=false -jar "$jar" \
		--server.address=127.0.0.1 --server.port=0 >"$scratch/server" 2>&1 &
	server=$!
	started+=("$server")
	for ((i = 0; i < 600 && ${#port} == 0; i++)); do
		kill -0 "$server" 2>/dev/null || break
		sleep 0.1
		port=$(sed -n 's/.*Jetty started on ports\{0,1\} \([0-9]*\).*/\1/p' "$scratch/server")
	done
	[[ -n $port ]] || {
		cat "$scratch/server" >&2
		fail "the server did not start"
	}
	origin=http://127.0.0.1:$port
	# An address that nobody serves is 404 too
	curl -sf -o /dev/null "$origin/status/200" || fail "$origin/status/200 is not 200"
}

machine() {
	echo "$("$java" -version 2>&1 | sed -n '2s/.*(build \(.*\))$/Java \1/p') · $(nproc) processors · $(basename "$jar") · @$options"
}

proc_status() { # process, field of proc(5)'s status: its number
	awk -v field="$2:" '$1 == field { print $2 }' "/proc/$1/status"
}

memory() { # process, field of proc(5)'s status: MB
	awk -v kib="$(proc_status "$1" "$2")" 'BEGIN { printf "%.0f", kib * 1024 / 1e6 }'
}

java_threads() { # process: those that Java knows, or a dash where jcmd is missing
	local dump
	dump=$("$jcmd" "$1" Thread.print 2>/dev/null) || dump=''
	[[ -n $dump ]] && grep -c '^".*" #' <<<"$dump" || echo -
}

median() { # of the numbers that come in, one a line
	sort -n | awk '{ v[NR] = $1 } END { print (v[int((NR + 1) / 2)] + v[int((NR + 2) / 2)]) / 2 }'
}

holds() { # name, number, relation, goal: the verdict
	if awk -v a="$2" -v b="$4" -v r="$3" 'BEGIN { exit !(r == "<" ? a < b : r == "=" ? a == b : a <= b) }'; then
		echo "met     $1: $2 $3 $4"
	else
		echo "MISSED  $1: $2 $3 $4 does not hold"
		missed=1
	fi
}
