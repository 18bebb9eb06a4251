# shellcheck shell=bash
# Where Stillroom is built, tested and run: this host when it is new enough, otherwise a
# private Debian 13 root in the user's cache. Sourced by inside, run and test; it does
# nothing by itself.
#
# STILLROOM_MIRROR   a Debian mirror, when the host's apt configuration names none
# STILLROOM_ROOT=1   use the private root even on a host that is new enough
# STILLROOM_BIND     further folders of the host to show in the private root: /a:/b

SUITE=trixie
GRAMMAR_PACKAGE=tree-sitter-python
GRAMMAR_VERSION=0.23.6
GRAMMAR_SHA512=c8833dcf4a31288c53edb02d3ce860a1597a8135e59a5221b9eee58854f8a013c5fe585aec76b8750052f3602fea130c459a159c5248f0cea62fe4b05a82c3dc
ROOT_KILOBYTES=4000000

CHECKOUT=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd -P)
HOME=${HOME:-$(getent passwd "$(id -u)" | cut -d: -f6)}
CACHE=${XDG_CACHE_HOME:-$HOME/.cache}/stillroom
DEPENDENCIES=$CHECKOUT/packaging/dependencies.txt
GRAMMAR=$CACHE/$GRAMMAR_PACKAGE-$GRAMMAR_VERSION # empty where the system has one
ROOT='' # stays empty where this host itself is the environment
ASSUME_YES=${CI:+1}

# ---------------------------------------------------------------- words

if [ -t 2 ]; then BOLD=$'\033[1m' PLAIN=$'\033[0m'; else BOLD='' PLAIN=''; fi
say() { printf '%s==>%s %s\n' "$BOLD" "$PLAIN" "$*" >&2; }
fail() { # message, what to do
    printf '\nstillroom: %s\n  %s\n' "$1" "$2" >&2
    exit 1
}

confirm() { # question
    [ -z "$ASSUME_YES" ] || return 0
    [ -t 0 ] || fail "nobody is here to answer: $1" "Give --yes to agree."
    local answer
    read -r -p "$1 [Y/n] " answer || answer=no
    case $answer in
        '' | y | Y | yes) ;;
        *) fail "stopped" "Nothing was installed." ;;
    esac
}

# ---------------------------------------------------------------- this host

# packages WHEN…: those of the list that are for these occasions
packages() {
    local when
    for when in "$@"; do sed -n "s/^\([a-z0-9][^ |]*\) *| *$when *|.*/\1/p" "$DEPENDENCIES"; done | sort -u
}

# Debian 13, Ubuntu 25.04 and what comes after them have the packages
host_is_new_enough() {
    [ -z "${STILLROOM_ROOT:-}" ] && [ -r /etc/os-release ] || return 1
    local ID='' VERSION_ID=''
    # shellcheck source=/dev/null
    . /etc/os-release
    case $ID in
        debian) [ -z "$VERSION_ID" ] || [ "${VERSION_ID%%.*}" -ge 13 ] ;; # testing has no number
        ubuntu) [ "$(printf '%s\n' 25.04 "$VERSION_ID" | sort -V | head -n1)" = 25.04 ] ;;
        *) return 1 ;;
    esac
}

as_root() {
    if [ "$(id -u)" = 0 ]; then
        "$@"
    elif command -v sudo >/dev/null; then
        sudo "$@"
    else
        fail "root rights are needed, and there is no sudo" "Run as root: $*"
    fi
}

install_on_host() { # packages
    local missing=() name
    for name in "$@"; do
        dpkg-query -W -f='${Status}' "$name" 2>/dev/null | grep -q 'ok installed' || missing+=("$name")
    done
    [ ${#missing[@]} -gt 0 ] || return 0
    command -v apt-get >/dev/null || fail "this is missing, and there is no apt: ${missing[*]}" "Install it, then start again."
    confirm "Install with apt: ${missing[*]}?"
    say "Installing ${#missing[@]} packages and what they need"
    as_root apt-get update -qq >&2 9>&- || fail "apt-get update failed" "Check this host's package sources and network."
    as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "${missing[@]}" >&2 9>&- || # 9: a service that starts must not keep our lock
        fail "apt-get install failed" "Repair what apt says above, then start again."
}

require_space() { # folder, kilobytes
    local free
    free=$(df --output=avail -k "$1" | tail -n1)
    [ "$free" -ge "$2" ] ||
        fail "only $((free / 1000)) MB are free in $1, and $(($2 / 1000)) MB are needed" \
            "Make room, or name another place with XDG_CACHE_HOME."
}

# ---------------------------------------------------------------- the private root

# URI|release|component|origin of what apt would read
apt_sources() {
    # shellcheck disable=SC2016 # the fields are apt's
    apt-get indextargets "$@" --format '$(REPO_URI)|$(RELEASE)|$(COMPONENT)|$(ORIGIN)' 'Created-By: Packages' 2>/dev/null
}

# The host's own Debian mirror with the suite replaced. Only Debian's own entries for the
# host's release, its updates and its security fixes count.
mirror_sources() {
    if [ -n "${STILLROOM_MIRROR:-}" ]; then
        printf 'deb %s %s main\n' "$STILLROOM_MIRROR" "$SUITE"
        return
    fi
    local sources state VERSION_CODENAME=''
    # shellcheck source=/dev/null
    . /etc/os-release
    sources=$(apt_sources)
    if [ -z "$sources" ]; then # apt knows its sources only after an update; make one aside
        state=$(mktemp -d)
        mkdir -p "$state/lists/partial" "$state/cache/archives/partial"
        apt-get update -qq -o "Dir::State::lists=$state/lists" -o "Dir::Cache=$state/cache" -o APT::Sandbox::User= >/dev/null 2>&1 || true
        sources=$(apt_sources -o "Dir::State::lists=$state/lists")
        rm -rf "$state"
    fi
    awk -F'|' -v old="$VERSION_CODENAME" -v new="$SUITE" '
        $4 == "Debian" && $3 == "main" && $2 ~ "^(" old "|stable|oldstable)(-updates|-security)?$" {
            suite = $2; sub(/^[^-]*/, new, suite); line = "deb " $1 " " suite " main"
            if (!(line in seen)) { seen[line] = 1; print line }
        }' <<<"$sources"
}

make_namespaces_possible() {
    local tools=()
    command -v mmdebstrap >/dev/null || tools+=(mmdebstrap)
    command -v bwrap >/dev/null || tools+=(bubblewrap)
    if [ "$(id -u)" != 0 ]; then
        command -v newuidmap >/dev/null || tools+=(uidmap)
    fi
    [ ${#tools[@]} = 0 ] || install_on_host "${tools[@]}"
    local user
    user=$(id -un 2>/dev/null) || user=$(id -u)
    bwrap --bind / / --proc /proc --dev /dev --unshare-pid true 2>/dev/null ||
        fail "this host does not allow $user to make namespaces" \
            "Try as root. In a container: allow namespaces (--privileged), or start from an image of Debian 13."
    if [ "$(id -u)" != 0 ] && ! grep -qsE "^($user|$(id -u)):" /etc/subuid; then
        fail "$user has no subordinate user ids, which unpacking Debian needs" \
            "As root: usermod --add-subuids 100000-165535 --add-subgids 100000-165535 $user"
    fi
}

# bootstrap FOLDER SOURCES PACKAGE…: a small Debian with these packages
bootstrap() {
    local folder=$1 sources=$2 include value option options=(--variant=apt --dpkgopt=force-unsafe-io '--aptopt=APT::Install-Recommends "false"')
    shift 2
    include=$(printf '%s,' "$@")
    for option in Acquire::http::Proxy Acquire::https::Proxy Acquire::Check-Valid-Until Acquire::Check-Date; do
        value=$(apt-config dump --format '%v%n' "$option" 2>/dev/null | head -n1)
        [ -z "$value" ] || options+=("--aptopt=$option \"$value\"")
    done
    mkdir -p "$folder"
    if [ "$(id -u)" = 0 ]; then
        mmdebstrap --mode=root "${options[@]}" --include="${include%,}" "$SUITE" "$folder" - <<<"$sources"
    else
        # unpacked by the user, so that everything in it belongs to the user; made where the
        # user's subordinate ids may go, which the user's own folders often forbid
        TMPDIR=${TMPDIR:-/var/tmp} mmdebstrap --mode=unshare --format=tar "${options[@]}" --include="${include%,}" "$SUITE" - - <<<"$sources" |
            tar -x -C "$folder" --exclude=./dev --no-same-owner --no-same-permissions
    fi
}

# make_root FOLDER WHAT PACKAGE…; whole or not at all
make_root() {
    local folder=$1 what=$2 sources log=$CACHE/bootstrap.log
    shift 2
    make_namespaces_possible
    require_space "$CACHE" "$ROOT_KILOBYTES"
    [ "$(id -u)" = 0 ] || require_space "${TMPDIR:-/var/tmp}" "$ROOT_KILOBYTES"
    sources=$(mirror_sources)
    case $sources in
        *" $SUITE main"*) ;;
        *) fail "this host's apt configuration names no Debian mirror that answers" \
            "Name one: STILLROOM_MIRROR=http://MIRROR/debian, and start again." ;;
    esac
    say "Making $what (a minute or two)"
    if ! (set -o pipefail; bootstrap "$folder.partial" "$sources" "$@" 2>&1 | tee "$log" | sed -un 's/^I: /    /p' >&2); then
        remove_tree "$folder.partial"
        grep -v '^I: ' "$log" | tail -n 15 >&2
        fail "$what could not be made" "The whole log is $log. Check the mirror, the network and the free space."
    fi
    # places to show the host's files in, because the root itself is never written again
    : >>"$folder.partial/etc/resolv.conf"
    : >>"$folder.partial/etc/hosts"
    mv "$folder.partial" "$folder"
}

remove_tree() {
    chmod -R u+rwX "$1" 2>/dev/null || true
    rm -rf "$1"
}

# One set-up at a time. The lock is given back by prepare_environment.
lock_setup() {
    mkdir -p "$CACHE" 2>/dev/null && [ -w "$CACHE" ] ||
        fail "$CACHE cannot be written" "Name a folder of your own with XDG_CACHE_HOME."
    exec 9>"$CACHE/lock"
    flock -n 9 || { say "Waiting for another set-up to finish" && flock 9; }
}

# The root for this list of packages. Everybody who uses a root holds a shared lock on it.
use_root() {
    local recipe
    recipe=$({ packages build run test; echo "$SUITE"; uname -m; echo recipe-2; } | sha256sum | cut -c1-12)
    ROOT=$CACHE/root-$recipe
    if [ ! -d "$ROOT" ]; then
        remove_tree "$ROOT.partial"
        # shellcheck disable=SC2046 # one word for each package
        make_root "$ROOT" "a private Debian 13 root in $ROOT" $(packages build run test)
    fi
    exec 8>>"$ROOT.lock"
    flock -s 8
    touch "$ROOT.lock"
    remove_outdated_roots
}

# Roots of other lists of packages go when nobody used them for a day
remove_outdated_roots() {
    local old
    for old in "$CACHE"/root-*[0-9a-f]; do
        if [ "$old" = "$ROOT" ] || [ ! -d "$old" ]; then continue; fi
        [ -e "$old.lock" ] || : >"$old.lock"
        [ -n "$(find "$old.lock" -mmin +1440)" ] || continue
        flock -n "$old.lock" true || continue
        say "Removing the outdated ${old##*/}"
        remove_tree "$old"
        rm -f "$old.lock"
    done
}

# ---------------------------------------------------------------- the Python grammar

# Debian has no package of it. The npm package has its source; where there is no npm, a new
# host gets one with apt, and an old host is left as it is: npm runs in a root of its own
# that is thrown away.
fetch_grammar() {
    if [ -z "$ROOT" ] && pkg-config --exists tree-sitter-python 2>/dev/null; then
        GRAMMAR=''
        return
    fi
    [ ! -e "$GRAMMAR/src/parser.c" ] || return 0
    local folder=$CACHE/grammar.partial npm_root=$CACHE/npm npm=npm archive
    archive=$folder/$GRAMMAR_PACKAGE-$GRAMMAR_VERSION.tgz
    remove_tree "$folder"
    mkdir -p "$folder"
    if ! command -v npm >/dev/null; then
        remove_tree "$npm_root.partial"
        # shellcheck disable=SC2046
        [ -d "$npm_root" ] || make_root "$npm_root" "a root with npm, for one download" ca-certificates $(packages fetch)
        npm=npm_in_root
    fi
    say "Fetching the Python grammar ($GRAMMAR_PACKAGE $GRAMMAR_VERSION)"
    (cd "$folder" && npm_config_cache=$folder/cache npm_config_update_notifier=false \
        "$npm" pack --ignore-scripts "$GRAMMAR_PACKAGE@$GRAMMAR_VERSION" >npm.log 2>&1) || {
        cat "$folder/npm.log" >&2
        fail "the Python grammar could not be fetched" "Check the network and npm's registry setting, then start again."
    }
    sha512sum --status -c - <<<"$GRAMMAR_SHA512  $archive" ||
        fail "the Python grammar is not the one that was expected" "Somebody changed it on the way: do not use $archive."
    tar -x -C "$folder" -f "$archive"
    rm -rf "$GRAMMAR"
    mv "$folder/package" "$GRAMMAR"
    remove_tree "$folder"
    remove_tree "$npm_root"
}

npm_in_root() {
    local options=(--bind "$CACHE/npm" / --proc /proc --dev /dev --tmpfs /run --perms 1777 --tmpfs /tmp
        --ro-bind-try "$HOME/.npmrc" /tmp/npmrc --setenv npm_config_userconfig /tmp/npmrc --setenv HOME /tmp
        --ro-bind-try /etc/ssl/certs/ca-certificates.crt /etc/ssl/certs/ca-certificates.crt
        --setenv NODE_EXTRA_CA_CERTS /etc/ssl/certs/ca-certificates.crt
        --setenv PATH /usr/bin:/bin --unsetenv LD_LIBRARY_PATH --unsetenv LD_PRELOAD)
    bind_network
    bwrap "${options[@]}" --bind "$PWD" "$PWD" --chdir "$PWD" --unshare-pid --die-with-parent npm "$@"
}

# ---------------------------------------------------------------- the environment

prepare_environment() {
    lock_setup
    if host_is_new_enough; then
        local fetch=''
        if [ ! -e "$GRAMMAR/src/parser.c" ] && ! command -v npm >/dev/null; then fetch=fetch; fi
        # shellcheck disable=SC2046,SC2086
        install_on_host $(packages build run test $fetch)
    else
        use_root
    fi
    fetch_grammar
    exec 9>&-
}

# The functions below add to the caller's array `options` of bwrap.

bind_network() {
    local file
    for file in /etc/resolv.conf /etc/hosts; do
        [ ! -e "$file" ] || options+=(--ro-bind "$(readlink -f "$file")" "$file")
    done
}

# Folders on the way to a place are made for everybody to pass: bwrap's own would be for its
# user alone, and the database server may be somebody else.
make_parents() { # path
    local part='' name parts
    IFS=/ read -r -a parts <<<"${1#/}"
    unset 'parts[-1]'
    for name in "${parts[@]}"; do
        part=$part/$name
        [[ " $made " == *" $part "* ]] || options+=(--perms 0755 --dir "$part")
        made+=" $part "
    done
}

# The root's files read only, on a file system in memory that takes everything else. Only what
# is in a package is shown: /usr/local, /usr/src and /var stay free for the host's own folders.
bind_root() {
    local entry inner
    for entry in "$ROOT"/* "$ROOT"/usr/* "$ROOT"/var/lib/* "$ROOT"/var/cache/*; do
        inner=${entry#"$ROOT"}
        make_parents "$inner"
        if [ -L "$entry" ]; then
            options+=(--symlink "$(readlink "$entry")" "$inner")
            continue
        fi
        case $inner in
            /etc | /var/lib/* | /var/cache/*) options+=(--ro-bind "$entry" "$inner") ;;
            /usr/local | /usr/src) ;;
            /usr/*) options+=(--ro-bind "$entry" "$inner") ;;
        esac
    done
    options+=(--proc /proc --dev /dev --dir /run --symlink /run /var/run
        --perms 1777 --tmpfs /tmp --perms 1777 --tmpfs /var/tmp --perms 1777 --tmpfs /dev/shm)
}

# A user of the host is a user inside as well; the database server, for one, looks it up.
bind_user() {
    if [ "$(id -u)" = 0 ]; then
        options+=(--cap-add ALL) # the database server must be able to run as somebody else
        return
    fi
    local file new
    for file in passwd group; do
        new=$(mktemp "$CACHE/$file.XXXXXX")
        cat "$ROOT/etc/$file" >"$new"
        case $file in
            passwd) printf '%s:x:%s:%s::%s:/bin/sh\n' "$(id -un 2>/dev/null || echo user)" "$(id -u)" "$(id -g)" "$HOME" >>"$new" ;;
            group) printf '%s:x:%s:\n' "$(id -gn 2>/dev/null || echo user)" "$(id -g)" >>"$new" ;;
        esac
        mv -f "$new" "$CACHE/$file"
        options+=(--ro-bind "$CACHE/$file" "/etc/$file")
    done
}

bind_display() {
    local outer=${XDG_RUNTIME_DIR:-} runtime authority=${XAUTHORITY:-$HOME/.Xauthority} DISPLAY=${DISPLAY:-}
    runtime=/run/user/$(id -u)
    make_parents "$runtime"
    options+=(--perms 0700 --dir "$runtime" --setenv XDG_RUNTIME_DIR "$runtime")
    local screen=${DISPLAY#*:}
    local socket=/tmp/.X11-unix/X${screen%.*}
    options+=(--perms 1777 --dir /tmp/.X11-unix --bind-try "$socket" "$socket")
    [ ! -e "$authority" ] || options+=(--ro-bind "$authority" "$runtime/Xauthority" --setenv XAUTHORITY "$runtime/Xauthority")
    if [ -n "${WAYLAND_DISPLAY:-}" ] && [ -S "$outer/${WAYLAND_DISPLAY##*/}" ]; then
        options+=(--bind "$outer/${WAYLAND_DISPLAY##*/}" "$runtime/${WAYLAND_DISPLAY##*/}"
            --setenv WAYLAND_DISPLAY "${WAYLAND_DISPLAY##*/}")
    fi
}

# The user's projects and settings are the user's own inside, too.
bind_folders() {
    local folder folders=("$HOME" "$PWD") more=()
    IFS=: read -r -a more <<<"${STILLROOM_BIND:-}"
    for folder in "${folders[@]}" "${more[@]}"; do
        if [ ! -d "$folder" ] || [ "$folder" = / ] || shown_by_root "$folder"; then continue; fi
        make_parents "$folder"
        options+=(--bind "$folder" "$folder")
    done
    make_parents "$CHECKOUT"
    make_parents "$CACHE/ccache"
    options+=(--bind "$CHECKOUT" "$CHECKOUT" --bind "$CACHE/ccache" "$CACHE/ccache" --ro-bind "$GRAMMAR" "$GRAMMAR")
    options+=(--ro-bind-try /run/postgresql /run/postgresql)
}

shown_by_root() { # folder
    case $1/ in
        /usr/local/* | /usr/src/*) return 1 ;;
        /usr/* | /etc/* | /bin/* | /sbin/* | /lib*/*) return 0 ;;
        *) return 1 ;;
    esac
}

# run_inside COMMAND ARGUMENTS… in the environment, in the current folder
run_inside() {
    export STILLROOM_PYTHON_GRAMMAR=$GRAMMAR
    if [ -z "$ROOT" ]; then "$@"; return; fi
    mkdir -p "$CACHE/ccache"
    local options=() made='' variable
    bind_root
    bind_user
    bind_network
    bind_display
    bind_folders
    for variable in TMPDIR LD_LIBRARY_PATH LD_PRELOAD PYTHONPATH PYTHONHOME QT_PLUGIN_PATH CC CXX CPATH LIBRARY_PATH \
        PKG_CONFIG_PATH CMAKE_PREFIX_PATH LC_ALL LC_CTYPE SESSION_MANAGER DBUS_SESSION_BUS_ADDRESS; do
        options+=(--unsetenv "$variable") # they name what only the host has
    done
    bwrap "${options[@]}" --unshare-pid --die-with-parent --chdir "$PWD" \
        --setenv CCACHE_DIR "$CACHE/ccache" --setenv CCACHE_BASEDIR "$CHECKOUT" --setenv CCACHE_NOHASHDIR 1 \
        --setenv CCACHE_SLOPPINESS pch_defines,time_macros --setenv LANG C.UTF-8 \
        --setenv PATH /usr/local/bin:/usr/bin:/bin:/usr/sbin:/sbin "$@" 8>&-
}
