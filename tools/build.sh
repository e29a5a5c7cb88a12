# Sourced by tools/demo and tools/test: from a fresh clone to a built tree in build/.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

say() { printf '%s\n' "$*" >&2; }

# install_packages [FILE]: installs the packages of tools/packages, or of another list, that are missing;
# without any missing, no network is used. Where there is no dpkg, configuring tells what it does not find.
install_packages() {
    command -v dpkg-query >/dev/null || return 0
    local line package found missing=()
    while read -r line; do
        case $line in '' | '#'*) continue ;; esac
        found=
        for package in $line; do
            if dpkg-query -W -f '${Status}' "$package" 2>/dev/null | grep -q 'ok installed'; then
                found=$package
            fi
        done
        [ -n "$found" ] || missing+=("${line%% *}")
    done < "${1:-tools/packages}"
    [ ${#missing[@]} -eq 0 ] && return 0
    local as_root=()
    if [ "$(id -u)" -ne 0 ]; then
        command -v sudo >/dev/null || {
            say "These packages are missing, and installing them needs root: ${missing[*]}"
            exit 2
        }
        as_root=(sudo)
        say "Installing with sudo apt-get: ${missing[*]}"
    else
        say "Installing with apt-get: ${missing[*]}"
    fi
    "${as_root[@]}" apt-get update -qq
    "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive \
        apt-get install -y -qq --no-install-recommends "${missing[@]}" >/dev/null
}

# configure [cmake arguments]: Release into build/, only where needed or where asked for anew.
configure() {
    local launcher=()
    if command -v ccache >/dev/null; then launcher=(-D CMAKE_CXX_COMPILER_LAUNCHER=ccache); fi
    cmake -S . -B build -G Ninja -D CMAKE_BUILD_TYPE=Release "${launcher[@]}" "$@" >/dev/null
}

# build [targets]: says on standard error what it is at, and shows the whole output where it fails.
build() {
    say "Building (a few minutes the first time) …"
    local log=build/build.log
    if ! cmake --build build ${1:+--target "$@"} >"$log" 2>&1; then
        cat "$log" >&2
        exit 2
    fi
}
