# SPDX-License-Identifier: GPL-3.0-or-later
# Copyright 2026 The Broadsheet developers
# shellcheck shell=bash
# shellcheck disable=SC2154 # What is not assigned here, environment.sh assigns.

# The prepared Debian 13 for systems whose GTK is too old. Sourced by environment.sh.
#
# It lies in $cache/root-ID, where ID is made of the packages and of this recipe, so that a root of
# another list is another root. It is made under another name and renamed when it is complete: what
# bears the name can be used. $cache/lock is held while roots are made or removed, $cache/root-ID.lock
# (shared) by all that work in one, so that none is removed under their feet.

suite=trixie

# dpkg's filters, the last one that matches decides. What the packages bring and nobody here reads
# would be 350 MB more.
filters=(
  'exclude=/usr/share/doc/*' 'include=/usr/share/doc/*/copyright'
  'exclude=/usr/share/man/*' 'exclude=/usr/share/info/*'
  # Broadsheet speaks English and Chinese.
  'exclude=/usr/share/locale/*' 'include=/usr/share/locale/locale.alias'
  'include=/usr/share/locale/zh*'
  # Bindings and Blueprint read typelibs.
  'exclude=/usr/share/gir-1.0/*' 'exclude=/usr/lib/*/gir-1.0/*'
  # Libraries are linked dynamically, but for the compilers' own and the C library's stubs.
  'exclude=/usr/lib/*.a' 'include=/usr/lib/*_nonshared.a' 'include=/usr/lib/gcc/*/libg*.a'
  'include=/usr/lib/*/libpthread.a' 'include=/usr/lib/*/libdl.a' 'include=/usr/lib/*/librt.a'
  'include=/usr/lib/*/libclang_rt.fuzzer*' 'include=/usr/lib/*/libclang_rt.asan*'
  'include=/usr/lib/*/libclang_rt.ubsan*' 'include=/usr/lib/*/libclang_rt.builtins*'
  'exclude=/usr/lib/*/libclang_rt.*-i386.*' 'exclude=/usr/lib32/*'
  'exclude=/usr/lib/*/libtsan.so*' 'exclude=/usr/lib/*/libhwasan.so*'
  # For editors, for link-time optimisation, for C++
  'exclude=/usr/lib/*/libclang-[0-9]*.so*' 'exclude=/usr/libexec/gcc/*/lto1'
  'exclude=/usr/include/vulkan/*.hpp' 'exclude=/usr/include/vulkan/*.cppm'
  'exclude=/usr/share/vulkan/registry/*'
)

# The Debian mirrors that this machine's own apt uses, as lines of a sources.list for the suite. Where
# it uses none, or is not a Debian, nothing: mmdebstrap then knows where Debian is.
mirrors() {
  local keyring=/usr/share/keyrings/debian-archive-keyring.gpg uri label
  # shellcheck disable=SC2016 # What stands in $() is for apt to fill in.
  apt-get indextargets --format '$(REPO_URI) $(LABEL)' 'Created-By: Packages' 'Origin: Debian' |
    grep -E '^https?://' | sort -u | while read -r uri label; do
    case $label in
      Debian) printf "deb [signed-by=$keyring] %s %s main\n" "$uri" "$suite" "$uri" "$suite-updates" ;;
      Debian-Security) echo "deb [signed-by=$keyring] $uri $suite-security main" ;;
    esac
  done
}

# under_mount: fills "under" with what has to stand before commands that make namespaces. They need / to
# be a mount, and where somebody only called chroot, it is none. There, a private mount of / is stacked on
# /proc, where nothing outside sees it, and becomes /.
under_mount() {
  under=()
  ! is_root || mountpoint -q / || under=(unshare --mount --propagation unchanged sh -c
    'mount --make-rprivate /proc && mount --rbind / /proc && exec chroot /proc "$@"' -)
}

# bootstrap FOLDER PACKAGE…: root does it in namespaces that end, with all processes and mounts in them,
# when this script is killed; an ordinary user unpacks the files as their own, to be able to remove them
# again. dbus-x11 is a session bus that does not bring systemd along.
bootstrap() {
  local folder=$1 sources options=(--variant=essential --aptopt='Acquire::Retries "3"'
    --dpkgopt=force-unsafe-io "${filters[@]/#/--dpkgopt=path-}")
  shift
  options+=(--include="$(IFS=, && echo "dbus-x11,$*")")
  mapfile -t sources < <(mirrors)
  if is_root; then
    "${under[@]}" setpriv --pdeathsig KILL unshare --mount --pid --fork --kill-child \
      mmdebstrap --mode=root "${options[@]}" "$suite" "$folder" "${sources[@]}"
  else
    setpriv --pdeathsig TERM mmdebstrap --mode=unshare "${options[@]}" "$suite" - "${sources[@]}" |
      tar -x -C "$folder" --no-same-owner --exclude='./dev/*'
  fi
}

# What the files above are mounted over has to be there, and whoever works in there needs a name.
finish() {
  local etc=$1/etc
  touch "$etc/resolv.conf" "$etc/hosts" &&
    tr -d - </proc/sys/kernel/random/uuid >"$etc/machine-id" &&
    { is_root || echo "$(id -un):x:$(id -u):$(id -g):::/bin/bash" >>"$etc/passwd"; } &&
    { is_root || echo "$(id -gn):x:$(id -g):" >>"$etc/group"; }
}

make_root() {
  mkdir "$1" && bootstrap "$@" && finish "$1"
}

# root_id REAL
root_id() {
  {
    packages_for "$1" | sort
    printf '%s\n' "$suite" "${filters[@]}"
    declare -f bootstrap finish
  } | sha256sum | cut -c 1-12
}

# root_stands REAL: whether there is a root with these packages, or with more than them; names it.
root_stands() {
  local kind
  for kind in real "$1"; do
    root=$cache/root-$(root_id "$kind")
    [ ! -d "$root" ] || return 0
  done
  return 1
}

# discard FOLDER…: they lose their name first, so that half of one is never taken for a whole.
discard() {
  local folder
  for folder; do
    [ -d "$folder" ] || continue
    mv "$folder" "$cache/removed.$$" && folder=$cache/removed.$$
    is_root || find "$folder" -type d ! -perm -u+rwx -exec chmod u+rwx {} +
    rm -rf --one-file-system "$folder" || say "$folder could not be removed altogether."
  done
}

# The root of the list as it was before, and what was left behind by a run that was interrupted.
discard_others() {
  local other use
  discard "$cache"/preparing.* "$cache"/removed.*
  for other in "$cache"/root-????????????; do
    [[ -d $other && $other != "$root" ]] || continue
    exec {use}>>"$other.lock"
    ! flock -n "$use" || { discard "$other" && rm -f "$other.lock"; }
    exec {use}>&-
  done
}

# What has to be known before anything is fetched: whether this machine lets a folder be mounted.
check_mounts() {
  local answer
  answer=$("${under[@]}" bwrap --bind / / --dev /dev --proc /proc true 2>&1) ||
    die "GTK is too old here, and Debian 13 cannot be entered instead: this machine does not permit \
the mounts$(is_root || echo ' or user namespaces') that bubblewrap makes ($answer)"
  is_root || grep -q "^\($(id -un)\|$(id -u)\):" /etc/subuid 2>/dev/null ||
    die "$(id -un) has no subordinate user ids in /etc/subuid; please: \
sudo usermod --add-subuids 100000-165535 --add-subgids 100000-165535 $(id -un)"
}

# prepare_root REAL
prepare_root() {
  local real=$1 lock packages tools=(bubblewrap)
  under_mount
  exec {lock}>>"$cache/lock"
  flock -n "$lock" || { say 'Another run is preparing; waiting for it …' && flock "$lock"; }
  if root_stands "$real"; then
    need 'Working in the prepared Debian 13' "${tools[@]}"
  else
    tools+=(mmdebstrap debian-archive-keyring)
    is_root || tools+=(uidmap)
    need 'Preparing a Debian 13' "${tools[@]}"
    check_mounts
    discard "$cache"/preparing.*
    mapfile -t packages < <(packages_for "$real")
    step "Preparing a Debian 13 with ${#packages[@]} packages in $cache, as GTK is too old here" \
      "$cache/log/root.log" make_root "$cache/preparing.$$" "${packages[@]}" ||
      { discard "$cache/preparing.$$" && exit 1; }
    mv "$cache/preparing.$$" "$root"
  fi
  discard_others
  exec {root_use}>>"$root.lock"
  flock -s "$root_use"
  exec {lock}>&-
}

# mount_folder OPTION SOURCE TARGET: with the folders above it, which everybody may enter.
mount_folder() {
  local above=$3 folders=()
  while [ "${above%/*}" ]; do
    above=${above%/*}
    folders=(--dir "$above" "${folders[@]}")
  done
  mounts+=("${folders[@]}" "$@")
}

is_empty() {
  [ -d "$1" ] && ! compgen -G "$1/*" >/dev/null
}

# The root is mounted read-only, folder by folder, in an empty one: so the checkout can lie anywhere,
# and nothing that is built or tested can change what the next run finds.
root_mounts() {
  local entry shared
  shared=$(dirname "$top")/shared
  for entry in "$root"/* "$root"/usr/* "$root"/var/* "$root"/var/*/*; do
    if [ -L "${entry%/*}" ]; then
      continue
    elif [ -L "$entry" ]; then
      mount_folder --symlink "$(readlink "$entry")" "${entry#"$root"}"
    elif [[ $entry == "$root"/@(etc|usr/*|var/*/*) ]] && ! is_empty "$entry"; then
      mount_folder --ro-bind "$entry" "${entry#"$root"}"
    fi
  done
  runtime=/run/user/$(id -u)
  mounts+=(--die-with-parent --dev /dev --proc /proc --tmpfs /tmp --tmpfs /var/tmp
    --dir /run --dir /run/user --perms 0700 --dir "$runtime"
    --ro-bind-try /etc/resolv.conf /etc/resolv.conf --ro-bind-try /etc/hosts /etc/hosts)
  mount_folder --bind "$cache" "$cache"
  mount_folder --bind "$top" "$top"
  [ ! -d "$shared" ] || mount_folder --ro-bind "$shared" "$shared"
  case $PWD/ in
    "$top"/* | "$cache"/*) mounts+=(--chdir "$PWD") ;;
    *) mounts+=(--chdir "$top") ;;
  esac
}
