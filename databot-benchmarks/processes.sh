#!/usr/bin/env bash
# Times whole processes that answer something about a state, one after the other in turn, so that all of them meet the
# same conditions. Prints the best and the median in milliseconds for each number of instances in the arguments.
#
# JAVA         the java command
# JAVA_FLAGS   its flags; by default those of "make example"
# STATE_QUERY  the command for Databot's state-query; "{file}" and "{query}" are filled in
# RUNS         how often each one runs
set -euo pipefail
cd "$(dirname "$0")"

: "${JAVA:=java}" "${JAVA_FLAGS=-XX:TieredStopAtLevel=1 -XX:+UseSerialGC}" "${RUNS:=11}"
own_path="target/classes:$(cat target/classpath.txt)"
if [ -z "${STATE_QUERY:-}" ]; then
  examples_path="../databot-examples/target/classes:$(cat ../databot-examples/target/classpath.txt)"
  STATE_QUERY="$JAVA $JAVA_FLAGS -cp $examples_path io.databot.examples.Examples state-query {query} {file}"
fi
[ $# -gt 0 ] || set -- 1000 10000 100000

query='google_storage_bucket.data_0000["raw"].url'
# Terraform asks for newer versions otherwise.
export CHECKPOINT_DISABLE=1
# Not the shim of a version manager, which takes longer than the program.
PYTHON=$(python3 -c 'import sys; print(sys.executable)')
times=$(mktemp -d)
trap 'rm -rf "$times"' EXIT

# Each line is a name, a tab and a command.
commands() {
  local file=$1
  local state_query=${STATE_QUERY//"{file}"/$file}
  state_query=${state_query//"{query}"/"'$query'"}
  printf '%s\t%s\n' \
    'databot: reader alone' "$JAVA $JAVA_FLAGS -cp $own_path io.databot.benchmarks.Ask '$query' $file" \
    'databot: state-query' "$state_query" \
    'java: hello' "$JAVA $JAVA_FLAGS -cp $own_path io.databot.benchmarks.Hello" \
    'terraform state list' "terraform state list -state=$file" \
    'terraform output -json' "terraform output -json -state=$file" \
    'jq length' "jq length $file" \
    'python3 json.load' "$PYTHON -c 'import json,sys; json.load(open(sys.argv[1]))' $file"
}

for size in "$@"; do
  file=$PWD/target/states/$size.tfstate
  if [ ! -f "$file" ]; then
    mkdir -p target/states
    "$JAVA" -cp "$own_path" io.databot.benchmarks.GeneratedState "$size" "$file"
  fi
  rm -f "$times"/*
  for ((run = 0; run < RUNS; run++)); do
    while IFS=$'\t' read -r name command; do
      start=$(date +%s%N)
      if bash -c "exec $command" </dev/null >/dev/null 2>"$times/error"; then
        echo $((($(date +%s%N) - start) / 10000)) >>"$times/$name"
      else
        printf 'exit code %s %s\n' "$?" "$(head -n 1 "$times/error")" >"$times/$name.failed"
      fi
    done < <(commands "$file")
  done
  printf '%s instances, %s bytes\n' "$size" "$(wc -c <"$file")"
  while IFS=$'\t' read -r name _; do
    if [ -f "$times/$name" ]; then
      sort -n "$times/$name" | awk -v name="$name" '{ t[NR] = $1 / 100 }
        END { printf "  %-24s best %9.1f ms   median %9.1f ms\n", name, t[1], t[int((NR + 1) / 2)] }'
    else
      printf '  %-24s failed: %s\n' "$name" "$(cat "$times/$name.failed")"
    fi
  done < <(commands "$file")
  # Others may be missing here; our own may not.
  if compgen -G "$times/databot*.failed" >/dev/null; then
    exit 1
  fi
done
