#!/usr/bin/env bash
# usage: demo.sh FOLDER BIN   (called by `make demo`): imports the samples into an archive made anew in FOLDER.
set -eu -o pipefail
folder=$1
govarchive=$2/govarchive
export GOVARCHIVE_DB=$folder/demo.db NO_COLOR=1

say() { printf '\n── %s\n\n' "$*"; }
run() {
    say "govarchive $*"
    "$govarchive" "$@"
}
# The id of the first record that answers to the options of `query`.
first() { "$govarchive" query -q "$@" --limit 1 --format jsonl | sed -E 's/.*"id":"([0-9a-f]{16})".*/\1/'; }

rm -rf "$folder"
mkdir -p "$folder"
run import samples/pages
run query --count-by kind
run query --role "областен управител"
run query --value "086/ 853 412"
for about in "--kind iban" "--role кмет" "--kind date"; do
    # shellcheck disable=SC2086 (two options and more in one string, on purpose)
    run show "$(first $about)"
done
say "the archive stays in $GOVARCHIVE_DB; next: .venv/bin/govarchive query --help"
