# shellcheck shell=bash
# Configuring and building a preset. Sourced by run and test, after environment.sh.

# One build of a preset at a time; the lock is kept until done_building, or the end.
start_building() { # preset
    grep -q "\"name\": \"$1\", \"configurePreset\"" "$CHECKOUT/CMakePresets.json" ||
        fail "there is no preset $1" "The presets are in CMakePresets.json: debug, release, asan, tsan."
    mkdir -p "$CHECKOUT/build"
    exec 7>"$CHECKOUT/build/$1.lock"
    flock -n 7 || { say "Waiting for another build of $1 to finish" && flock 7; }
}

done_building() { exec 7>&-; }

# As many compilers as there are processors, and memory: one takes up to 1.5 GB.
compilers() {
    local processors memory
    processors=$(nproc)
    memory=$(awk '/^MemAvailable/ { print int($2 / 1500000) }' /proc/meminfo)
    [ "$memory" -ge 1 ] || memory=1
    echo $((processors < memory ? processors : memory))
}

# build PRESET OPTION TARGET…; OPTION is for the configuration: empty, --fresh to forget what was
# found before, or a definition
build() {
    local preset=$1 option=$2 targets=()
    shift 2
    [ $# = 0 ] || targets=(--target "$@")
    cd "$CHECKOUT"
    say "Configuring ($preset)"
    # shellcheck disable=SC2086 # an empty $option is no argument
    run_inside cmake --preset "$preset" $option ||
        fail "configuring failed" "The reason is above. A package that is missing belongs into packaging/dependencies.txt."
    say "Building ($preset)"
    run_inside cmake --build --preset "$preset" --parallel "$(compilers)" "${targets[@]}" ||
        fail "building failed" "The first error above is the one to mend."
}
