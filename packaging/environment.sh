# shellcheck shell=bash
# Where Stillroom is built and tested: this host when it is new enough, otherwise a
# private Debian 13 root in the user's cache. Sourced by inside, run and test; it does
# nothing by itself.
#
# STILLROOM_MIRROR   a Debian mirror, when the host's apt configuration names none
# STILLROOM_ROOT=1   use the private root even on a host that is new enough

SUITE=trixie
GRAMMAR_PACKAGE=tree-sitter-python
GRAMMAR_VERSION=0.23.6
GRAMMAR_SHA512='sha512-yIM9z0oxKIxT7bAtPOhgoVl6gTXlmlIhue7liFT4oBPF/lha7Ha4dQBS82Av6hMMRZoVnFJI8M6mL+SwWoLD3A=='

CHECKOUT=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd -P)
CACHE=${XDG_CACHE_HOME:-$HOME/.cache}/stillroom
DEPENDENCIES=$CHECKOUT/packaging/dependencies.txt
ASSUME_YES=${STILLROOM_YES:-}
[ -n "${CI:-}" ] && ASSUME_YES=1

say() { printf '\033[1m==>\033[0m %s\n' "$*" >&2; }
fail() { # message, what to do
    printf '\nstillroom: %s\n' "$1" >&2
    [ -n "${2:-}" ] && printf '  %s\n' "$2" >&2
    exit 1
}

packages() { sed -n 's/^\([a-z0-9][^ |]*\) *|.*/\1/p' "$DEPENDENCIES"; }

# Debian 13+, Ubuntu 25.04+ (their packages are new enough)
host_is_new_enough() {
    [ -z "${STILLROOM_ROOT:-}" ] || return 1
    local ID='' VERSION_ID='' VERSION_CODENAME=''
    # shellcheck disable=SC1091
    [ -r /etc/os-release ] && . /etc/os-release
    case $ID in
        debian) [ -z "$VERSION_ID" ] || [ "${VERSION_ID%%.*}" -ge 13 ] ;;
        ubuntu) [ "${VERSION_ID%%.*}" -ge 26 ] || [ "$VERSION_ID" = 25.04 ] || [ "$VERSION_ID" = 25.10 ] ;;
        *) return 1 ;;
    esac
}

as_root() {
    if [ "$(id -u)" = 0 ]; then "$@"
    elif command -v sudo >/dev/null; then sudo "$@"
    else fail "root rights are needed for: $*" "Run that command as root, then start again."
    fi
}

confirm() { # question
    [ -n "$ASSUME_YES" ] && return 0
    [ -t 0 ] || fail "$1" "Nobody is here to answer; give --yes to agree."
    local answer
    read -r -p "$1 [Y/n] " answer
    case $answer in '' | y | Y | yes) ;; *) fail "Stopped." "Nothing was changed." ;; esac
}

install_on_host() { # packages
    local missing=() name
    for name in "$@"; do
        dpkg-query -W -f='${Status}' "$name" 2>/dev/null | grep -q 'ok installed' || missing+=("$name")
    done
    [ ${#missing[@]} = 0 ] && return
    command -v apt-get >/dev/null || fail "this host has no apt" "Stillroom is set up on Debian and Ubuntu."
    confirm "Install with apt: ${missing[*]}?"
    say "Installing ${#missing[@]} packages"
    as_root apt-get update -qq || fail "apt-get update failed" "Check this host's package sources and network."
    as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "${missing[@]}" >&2 ||
        fail "apt-get install failed" "Repair what apt says above, then start again."
}

# The host's own Debian mirror with the suite replaced. Entries of third parties are left
# out: only suites that are exactly the host's release (or its updates and security) count.
mirror_sources() {
    if [ -n "${STILLROOM_MIRROR:-}" ]; then
        printf 'deb %s %s main\n' "$STILLROOM_MIRROR" "$SUITE"
        return
    fi
    local VERSION_CODENAME=''
    # shellcheck disable=SC1091
    . /etc/os-release
    # apt's own reading of every sources file: URI, suite, component
    apt-get indextargets --format '$(SITE)|$(REPO_URI)|$(RELEASE)|$(COMPONENT)' 'Created-By: Packages' 2>/dev/null |
        awk -F'|' -v old="$VERSION_CODENAME" -v new="$SUITE" '
            $4 == "main" && ($3 == old || $3 == old "-updates" || $3 == old "-security") {
                suite = $3; sub(old, new, suite); line = "deb " $2 " " suite " main"
                if (!(line in seen)) { seen[line] = 1; print line }
            }'
}

root_directory() {
    local recipe
    recipe=$( { packages | sort; echo "$SUITE"; dpkg --print-architecture; echo recipe-1; } | sha256sum | cut -c1-12)
    printf '%s/root-%s' "$CACHE" "$recipe"
}

bootstrap() { # target directory
    local sources mode options=(--variant=apt --aptopt='APT::Install-Recommends "false"') proxy option
    sources=$(mirror_sources)
    case $sources in
        *" $SUITE main"*) ;;
        *) fail "no Debian mirror in this host's apt configuration" \
               "Name one: STILLROOM_MIRROR=http://MIRROR/debian packaging/test" ;;
    esac
    for option in Acquire::http::Proxy Acquire::https::Proxy Acquire::Check-Valid-Until Acquire::Check-Date; do
        proxy=$(apt-config dump --format '%v%n' "$option" 2>/dev/null | head -n1)
        [ -n "$proxy" ] && options+=(--aptopt="$option \"$proxy\"")
    done
    mkdir -p "$1"
    if [ "$(id -u)" = 0 ]; then mode=root; else mode=unshare; fi
    if [ $mode = root ]; then
        mmdebstrap --mode=root "${options[@]}" --include="$(packages | paste -sd,)" "$SUITE" "$1" - <<<"$sources"
    else
        # unpacked by the user, so that everything in the root belongs to the user
        mmdebstrap --mode=unshare --format=tar "${options[@]}" --include="$(packages | paste -sd,)" "$SUITE" - - <<<"$sources" |
            tar -x -C "$1" --exclude=./dev --no-same-owner --no-same-permissions
        mkdir -p "$1/dev"
    fi
}

make_root() {
    ROOT=$(root_directory)
    mkdir -p "$CACHE"
    exec 9>"$CACHE/lock"
    flock -n 9 || { say "Waiting for another set-up to finish"; flock 9; }
    if [ ! -d "$ROOT" ]; then
        install_on_host mmdebstrap bubblewrap uidmap
        say "Making a private Debian 13 root in $ROOT (about two minutes, 2 GB)"
        local partial=$ROOT.partial log=$CACHE/bootstrap.log
        rm -rf "$partial"
        if ! (set -o pipefail; bootstrap "$partial") >"$log" 2>&1; then
            tail -n 15 "$log" >&2
            rm -rf "$partial"
            fail "the private root could not be made" "The whole log is in $log. Check the mirror and the free space (2 GB)."
        fi
        mv "$partial" "$ROOT"
        local old
        for old in "$CACHE"/root-*; do
            [ "$old" = "$ROOT" ] || { say "Removing the outdated ${old##*/}"; rm -rf "$old"; }
        done
    fi
    exec 9>&-
}

# Debian has no package of the Python grammar; the npm package is the same source.
fetch_grammar() {
    GRAMMAR=$CACHE/$GRAMMAR_PACKAGE-$GRAMMAR_VERSION
    if pkg-config --exists tree-sitter-python 2>/dev/null && host_is_new_enough; then GRAMMAR=''; return; fi
    [ -e "$GRAMMAR/src/parser.c" ] && return
    command -v npm >/dev/null || install_on_host npm
    say "Fetching the Python grammar ($GRAMMAR_PACKAGE $GRAMMAR_VERSION)"
    local folder archive sum
    folder=$(mktemp -d)
    archive=$(cd "$folder" && npm pack --silent "$GRAMMAR_PACKAGE@$GRAMMAR_VERSION" 2>npm.log) ||
        { cat "$folder/npm.log" >&2; rm -rf "$folder"; fail "the Python grammar could not be fetched" "Check npm's registry setting and the network."; }
    sum=sha512-$(openssl dgst -sha512 -binary "$folder/$archive" | base64 -w0)
    [ "$sum" = "$GRAMMAR_SHA512" ] ||
        { rm -rf "$folder"; fail "the Python grammar is not the expected one ($sum)" "Somebody changed it on the way; do not use it."; }
    tar -x -C "$folder" -f "$folder/$archive"
    mkdir -p "$CACHE"
    rm -rf "$GRAMMAR"
    mv "$folder/package" "$GRAMMAR"
    rm -rf "$folder"
}

prepare_environment() {
    if host_is_new_enough; then
        # shellcheck disable=SC2046
        install_on_host $(packages)
    else
        make_root
    fi
    fetch_grammar
}

# run_inside COMMAND ARGUMENTS… in the environment, in the current folder
run_inside() {
    export STILLROOM_PYTHON_GRAMMAR=$GRAMMAR
    if host_is_new_enough; then "$@"; return; fi
    local options=(
        --bind "$ROOT" / --proc /proc --dev /dev --tmpfs /run --tmpfs /tmp
        --ro-bind "$GRAMMAR" "$GRAMMAR" --bind "$CHECKOUT" "$CHECKOUT"
        --unshare-pid --die-with-parent --setenv LANG C.UTF-8
        --setenv PATH /usr/local/bin:/usr/bin:/bin:/usr/sbin:/sbin
    )
    # as root, the database server must be able to run as somebody else
    [ "$(id -u)" = 0 ] && options+=(--cap-add ALL)
    local ccache=$CACHE/ccache runtime=${XDG_RUNTIME_DIR:-} folder
    mkdir -p "$ccache"
    options+=(--bind "$ccache" "$ccache" --setenv CCACHE_DIR "$ccache")
    [ -e /etc/resolv.conf ] && options+=(--ro-bind "$(readlink -f /etc/resolv.conf)" /etc/resolv.conf)
    if [ -n "${DISPLAY:-}" ] && [ -d /tmp/.X11-unix ]; then
        options+=(--bind /tmp/.X11-unix /tmp/.X11-unix)
        [ -e "${XAUTHORITY:-$HOME/.Xauthority}" ] &&
            options+=(--ro-bind "${XAUTHORITY:-$HOME/.Xauthority}" /run/Xauthority --setenv XAUTHORITY /run/Xauthority)
    fi
    if [ -n "${WAYLAND_DISPLAY:-}" ] && [ -S "$runtime/${WAYLAND_DISPLAY:-}" ]; then
        options+=(--dir "$runtime" --bind "$runtime/$WAYLAND_DISPLAY" "$runtime/$WAYLAND_DISPLAY")
    fi
    for folder in "$HOME" "$PWD"; do # the user's projects and settings are the user's own inside, too
        case $folder in / | "$CHECKOUT" | "$CHECKOUT"/*) ;; *) options+=(--bind-try "$folder" "$folder") ;; esac
    done
    for folder in ${STILLROOM_BIND:-}; do options+=(--bind "$folder" "$folder"); done
    bwrap "${options[@]}" --chdir "$PWD" "$@"
}
