# SPDX-License-Identifier: GPL-3.0-or-later
# Copyright 2026 The Broadsheet developers
# shellcheck shell=bash

# What the commands beside this file share: where Broadsheet is built and run, and how a command gets
# in there. To be sourced by bash. Until the packages are installed, only what every Debian system has
# (bash, coreutils, sed, grep, awk, find, tar, dpkg, apt, flock) may be called from here.
#
# There are three places. On a "system" whose GTK is recent enough, commands run as they are. Where it
# is too old they run in a "root": a prepared Debian 13 in the cache, see root.sh. A script that is
# started in either place finds itself "inside" and changes nothing.
#
# In every place the environment is the same and made here: nothing is read from or written to the
# user's own configuration, and what the application keeps goes to the cache.

set -euo pipefail

top=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd -P)
build=$top/build
place=''
place_id=''
root=''
lists_read=''
targets=()
into=()
under=()

say() {
  printf '%s\n' "$*" >&2
}

die() {
  say "${0##*/}: $*"
  exit 1
}

# step WHAT LOG COMMAND…: runs the command with its output in the file LOG. Says WHAT when it begins and,
# unless it was quick, how long it took; where it fails, shows how the log ends and returns its status.
step() {
  local what=$1 log=$2 begin=$SECONDS status=0
  shift 2
  say "$what …"
  mkdir -p "${log%/*}"
  "$@" >"$log" 2>&1 </dev/null || status=$?
  if ((status)); then
    tail -n 25 "$log" >&2
    say "… failed after $((SECONDS - begin)) s; all that it said: $log"
  elif ((SECONDS - begin > 1)); then
    say "… $((SECONDS - begin)) s"
  fi
  return "$status"
}

# Folders

# Only the cache of whoever started it is written to; inside, the one that was chosen outside stays.
# "state" is where the application finds its home, "locales" has the compiled locales.
find_cache() {
  cache=${BROADSHEET_CACHE:-${XDG_CACHE_HOME:-${HOME:=~}/.cache}/broadsheet}
  mkdir -p "$cache" || die "cannot write to $cache; XDG_CACHE_HOME can name another folder"
  cache=$(cd "$cache" && pwd -P)
  state=$cache/run
  locales=$cache/locale
}

# compile WHAT NAME COMPILER OPTION…: configures build/NAME with these options, unless that is done, and
# compiles it, or the "targets" of it where there are some. What was made in another place or with other
# options goes first: its objects could be linked against libraries that are not there any more.
compile() {
  local what=$1 folder=$build/$2 log=$build/log/$2 made="$place_id ${*:3}${targets[*]:+ ${targets[*]}}"
  if ! mkdir -p "$folder" 2>/dev/null || [ ! -w "$folder" ]; then
    die "cannot write to $folder; another user made it, who can remove it"
  fi
  if [ "$(cat "$folder/made" 2>/dev/null)" != "$made" ]; then
    rm -rf "$folder"
    step "Configuring $what" "$log-setup.log" "${into[@]}" env CC="$3" \
      meson setup "$folder" "$top" -Db_colorout=never "${@:4}" || return
    echo "$made" >"$folder/made"
  fi
  step "Building $what" "$log.log" "${into[@]}" meson compile -C "$folder" "${targets[@]}"
}

# Packages

is_root() {
  [ "$(id -u)" = 0 ]
}

has() {
  command -v "$1" >/dev/null
}

# packages_for REAL: the packages that are needed, one a line; with REAL, those of that suite too.
packages_for() {
  sed -e 's/#.*//' -e 's/[[:space:]]//g' -e '/^$/d' \
    "$top/build-aux/packages" ${1:+"$top/build-aux/packages-real"}
}

# missing PACKAGE…: those of them that are not installed.
missing() {
  has dpkg-query || return 0
  printf '%s\n' "$@" | grep -vxF -f <(dpkg-query -W -f '${Status} ${Package}\n' |
    sed -n 's/^[^ ]* ok installed //p') || true
}

# Some of the machine's package sources may not answer; what matters is whether the packages can be
# had, and that shows when they are installed.
update_lists() {
  local log=$cache/log/apt-update.log
  [ -z "$lists_read" ] || return 0
  lists_read=yes
  step 'Reading the lists of packages' "$log" update_now
  ! grep -q '^E:' "$log" || say "Not all of them could be read, see $log; going on with the others."
}

update_now() {
  apt-get update -o Acquire::Retries=1 -o Acquire::http::Timeout=20 -o Acquire::https::Timeout=20 ||
    true
}

# No service that comes with a package may start: not now (policy-rc.d tells their scripts so), and
# not with the machine's next start either.
install_now() {
  (
    policy=/usr/sbin/policy-rc.d
    units=/usr/lib/systemd/system
    before=$(ls $units 2>/dev/null || true)
    if [ ! -e $policy ]; then
      trap 'rm -f $policy' EXIT
      printf '#!/bin/sh\nexit 101\n' >$policy
      chmod +x $policy
    fi
    DEBIAN_FRONTEND=noninteractive apt-get install -y --no-install-recommends "$@" || exit
    # The bus is the one service here that others on the system may wait for.
    if has systemctl; then
      comm -13 <(echo "$before") <(ls $units 2>/dev/null) |
        grep -E '^(nginx|php[0-9.]*-fpm)\.service$' | xargs -r systemctl disable || true
    fi
  )
}

# need WHY PACKAGE…: installs what is missing, or, where only another may do that, says how.
need() {
  local why=$1 packages
  shift
  mapfile -t packages < <(missing "$@")
  ((${#packages[@]})) || return 0
  has apt-get || die "$why needs what Debian calls ${packages[*]}; please install it"
  is_root || die "$why needs packages that are missing; please: sudo apt install ${packages[*]}"
  update_lists
  step "Installing ${#packages[@]} packages (${packages[0]} …)" "$cache/log/apt-install.log" \
    install_now "${packages[@]}" || exit 1
}

# Where

# The versions that are installed or that apt would install, as far as there are any.
candidates() {
  LC_ALL=C apt-cache policy libglib2.0-dev libgtk-4-dev libadwaita-1-dev |
    awk '/^[^ ]/ { name = $1 } $1 == "Candidate:" && $2 != "(none)" { print name, $2 }'
}

floor() {
  sed -n "s/^$1_floor = '\(.*\)'/\1/p" "$top/meson.build"
}

# reaches VERSIONS PACKAGE FLOOR: whether the package is among the versions, and recent enough.
reaches() {
  dpkg --compare-versions "$(awk -v name="$2:" '$1 == name { print $2 }' <<<"$1")" ge "$(floor "$3")"
}

# Whether the system's libraries are recent enough: "yes", "no", or "unknown" where apt has no lists.
# Their versions are asked for, not the distribution's name.
is_recent() {
  local versions
  if ! has apt-cache; then
    pkg-config --exists "glib-2.0 >= $(floor glib)" "gtk4 >= $(floor gtk)" \
      "libadwaita-1 >= $(floor adw)" 2>/dev/null && echo yes || echo no
    return
  fi
  versions=$(candidates)
  if [ -z "$versions" ]; then
    echo unknown
  elif reaches "$versions" libglib2.0-dev glib && reaches "$versions" libgtk-4-dev gtk &&
    reaches "$versions" libadwaita-1-dev adw; then
    echo yes
  else
    echo no
  fi
}

choose_place() {
  local recent
  recent=$(is_recent)
  if [ "$recent" = unknown ] && ! root_stands "$1"; then
    is_root || die 'apt knows no packages yet; please: sudo apt update'
    update_lists
    recent=$(is_recent)
    [ "$recent" != unknown ] || die "apt finds no packages; see $cache/log/apt-update.log"
  fi
  place=root
  [ "$recent" != yes ] || place=system
}

# prepare REAL: sees to it that all that is needed is there, and that "${into[@]}" COMMAND… runs a
# command in there, in the same folder. With REAL, the packages of the suite "real" as well.
prepare() {
  local real=$1 packages
  find_cache
  if [ -n "${BROADSHEET_INSIDE:-}" ]; then
    place=inside
    place_id=$BROADSHEET_INSIDE
  else
    choose_place "$real"
  fi
  case $place in
    system)
      mapfile -t packages < <(packages_for "$real")
      need 'Broadsheet' "${packages[@]}"
      place_id="system $(has apt-cache && candidates | xargs)" ;;
    root)
      prepare_root "$real"
      place_id=${root##*/} ;;
  esac
  compose open
}

# How to get in

# What of the caller's environment says how to speak, to draw, to reach the network or to debug. The
# rest (search paths of other tools above all) must not decide what is built or which library is found.
keep_variables() {
  local name
  while read -r name; do
    case $name in
      LANG | LANGUAGE | LC_* | TERM | COLORTERM | NO_COLOR | TZ | *_proxy | *_PROXY | \
        G_* | GDK_* | GSK_* | GTK_* | PANGO_* | ADW_* | MESON_* | *SAN_OPTIONS | BROADSHEET_*)
        variables+=("$name=${!name}") ;;
    esac
  done < <(compgen -e)
}

# compose KIND: fills "into". KIND "open" is enough for most; "display" lets the user's display and
# session in; "closed" lets nothing of what the command starts outlive it.
compose() {
  local kind=$1 zone
  variables=()
  keep_variables
  # The root has a clock of its own.
  zone=$(readlink /etc/localtime || true)
  [[ -n ${TZ:-} || $zone != */zoneinfo/* ]] || variables+=("TZ=${zone#*/zoneinfo/}")
  variables+=(
    "BROADSHEET_INSIDE=$place_id"
    "BROADSHEET_CACHE=$cache"
    "HOME=$state"
    "USER=$(id -un)"
    "PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin"
    "PYTHONDONTWRITEBYTECODE=1"
    "XDG_CACHE_HOME=$state/cache"
    "XDG_CONFIG_HOME=$state/config"
    "XDG_DATA_HOME=$state/data"
    "XDG_STATE_HOME=$state/state"
  )
  mkdir -p "$state"/{cache,config,data,state} "$cache"/{runtime,servers}
  chmod 700 "$cache/runtime"
  mounts=()
  runtime=$cache/runtime
  [ "$place" != root ] || root_mounts
  [ "$kind" != display ] || let_display_in
  variables+=("XDG_RUNTIME_DIR=$runtime")
  into=(env -i "${variables[@]}")
  [ "$kind" != closed ] || mounts+=(--unshare-pid)
  [ "$place" != root ] || into=("${under[@]}" bwrap "${mounts[@]}" -- "${into[@]}")
  [[ $kind != display || ${variables[*]} == *DBUS_SESSION_BUS_ADDRESS=* ]] || into+=("${bus[@]}")
}

# A bus for a display without one. What its daemons say is no part of the command's output.
# shellcheck disable=SC2016 # The arguments are those of the shells in here.
bus=(bash -c 'exec 3>&1 >&2; exec dbus-run-session -- bash -c '\''exec "$@" >&3 3>&-'\'' - "$@"' -)

# Locales

# need_locale NAME: sees to it that $locales has it, for LOCPATH. Dates and numbers are told as in a
# locale only where its data are. They are compiled on demand, as neither the root nor a fresh system
# has them all.
need_locale() {
  local name=$1 answer
  case $name in '' | C | C.* | POSIX) return 0 ;; esac
  mkdir -p "$locales"
  answer=$("${into[@]}" LOCPATH="$locales" LC_ALL="$name" locale charmap 2>&1)
  [[ $answer == *'locale: '* ]] || return 0
  "${into[@]}" localedef -i "${name%%.*}" -f UTF-8 "$locales/$name" >/dev/null 2>&1 ||
    say "There are no data for the locale $name; going on without."
}

has_display() {
  [ -n "${WAYLAND_DISPLAY:-}${DISPLAY:-}" ]
}

# The X server, the compositor, the session's bus and that of assistive technologies, each where it is.
let_display_in() {
  local own=${XDG_RUNTIME_DIR:-} authority=${XAUTHORITY:-${HOME:-}/.Xauthority} bus name socket
  bus=${DBUS_SESSION_BUS_ADDRESS:-}
  [ -n "$bus" ] || [ ! -S "$own/bus" ] || bus=unix:path=$own/bus
  runtime=${own:-$runtime}
  for name in DISPLAY WAYLAND_DISPLAY XDG_CURRENT_DESKTOP XDG_SESSION_TYPE XDG_ACTIVATION_TOKEN \
    DESKTOP_STARTUP_ID AT_SPI_BUS_ADDRESS; do
    [ -z "${!name:-}" ] || variables+=("$name=${!name}")
  done
  [ -z "$bus" ] || variables+=("DBUS_SESSION_BUS_ADDRESS=$bus")
  [ ! -r "$authority" ] || variables+=("XAUTHORITY=$authority")
  # On the system itself all of them can be reached as they are.
  [ "$place" = root ] || return 0
  mounts+=(--ro-bind-try /tmp/.X11-unix /tmp/.X11-unix --dev-bind-try /dev/dri /dev/dri
    --ro-bind-try /sys /sys --dir /run --dir /run/user --perms 0700 --dir "$runtime")
  bus=${bus#unix:path=}
  for socket in "$own/${WAYLAND_DISPLAY:-}" "${WAYLAND_DISPLAY:-}" "${bus%%,*}" "$own/at-spi/bus"* \
    "$authority"; do
    [[ $socket != /* || -d $socket || ! -e $socket ]] || mounts+=(--bind "$socket" "$socket")
  done
}

source "$top/build-aux/root.sh"
