# SPDX-License-Identifier: GPL-3.0-or-later
# Copyright 2026 The Broadsheet developers

# What the scripts beside this file share. To be sourced.

set -eu
here=$(cd "$(dirname "$0")" && pwd)

die() {
  echo "${0##*/}: $*" >&2
  exit 1
}

# state_folder NAME [FOLDER]: the absolute folder in which NAME keeps everything.
state_folder() {
  cache=${BROADSHEET_CACHE:-${XDG_CACHE_HOME:-$HOME/.cache}/broadsheet}
  folder=${2:-$cache/servers}/$1
  mkdir -p "$folder"
  folder=$(cd "$folder" && pwd)
  # A socket's path holds 107 bytes.
  [ ${#folder} -le 80 ] || die "the path $folder is too long for a socket; name a shorter folder"
  echo "$folder"
}

# need COMMAND...: the packages that have them are those of build-aux/packages-real.
need() {
  for command; do
    command -v "$command" >/dev/null ||
      die "there is no $command here; try it with: build-aux/enter --real tests/servers/${0##*/}"
  done
}

# wait_for SECONDS COMMAND...: until the command succeeds.
wait_for() {
  tries=$(($1 * 5))
  shift
  until "$@" >/dev/null 2>&1; do
    tries=$((tries - 1))
    [ $tries -gt 0 ] || die "still failing: $*"
    sleep 0.2
  done
}

# running PIDFILE: whether the process that the file's first line names lives, and is one of those that
# are started here, with "$state" among their arguments. A file that was left behind may name any other.
running() {
  [ -s "$1" ] && tr '\0' ' ' <"/proc/$(head -n 1 "$1")/cmdline" 2>/dev/null | grep -qF "$state/"
}

gone() {
  ! kill -0 "$1" 2>/dev/null
}

# stop PIDFILE [SIGNAL]: ends that process and waits until it has gone.
stop() {
  running "$1" || return 0
  pid=$(head -n 1 "$1")
  kill -s "${2:-TERM}" "$pid"
  wait_for 60 gone "$pid"
  rm -f "$1"
}
