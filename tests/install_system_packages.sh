#!/bin/sh
# What the tests need of the system: a PostgreSQL server, a Chromium, and programs that make reports (LibreOffice's writer, pandoc).
# Quick when all are there; else installs them where it can (root and apt-get), or says what to install. Never fails the run by
# itself: tests that miss a program say so.
set -u

has_postgres() {
    command -v initdb >/dev/null 2>&1 || ls /usr/lib/postgresql/*/bin/initdb >/dev/null 2>&1
}

has_chromium() {
    for name in chromium chromium-browser google-chrome google-chrome-stable; do
        command -v "$name" >/dev/null 2>&1 && return 0
    done
    return 1
}

has_office() {
    command -v soffice >/dev/null 2>&1
}

has_pandoc() {
    command -v pandoc >/dev/null 2>&1
}

missing=""
has_postgres || missing="$missing postgresql"
has_chromium || missing="$missing chromium"
has_office || missing="$missing libreoffice-writer-nogui"
has_pandoc || missing="$missing pandoc"
[ -z "$missing" ] && exit 0

if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null 2>&1; then
    export DEBIAN_FRONTEND=noninteractive
    # shellcheck disable=SC2086  # a list of packages
    apt-get install -y -q --no-install-recommends $missing || { apt-get update -q && apt-get install -y -q --no-install-recommends $missing; } ||
        echo "Could not install:$missing. The tests that need them will be skipped." >&2
else
    echo "Please install:$missing (on Debian or Ubuntu: sudo apt-get install$missing). The tests that need them will be skipped." >&2
fi
exit 0
