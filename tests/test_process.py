"""The command as a process: pipes, signals, streams and what it loads."""

import contextlib
import json
import os
import pty
import re
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from making import ROOT, json_lines, run

CLI = str(ROOT / "cli.py")


@pytest.fixture
def pages(tmp_path: Path) -> str:
    """A folder of pages whose records fill a pipe many times over."""
    line = "Поща: kontakti@primer.bg, тел. 056/ 841 234\n"
    for number in range(3):
        (tmp_path / f"{number}.txt").write_text(f"Страница {number}\n" + line * 400, encoding="utf-8")
    return str(tmp_path)


def test_the_launcher_runs_anywhere(pages: str) -> None:
    found = run("extract", "0.txt", cwd=Path(pages))
    assert (found.returncode, found.stderr) == (0, b"")
    assert len(json_lines(found.stdout)) == 800
    version = run("--version").stdout
    assert version.startswith(b"govarchive, version ")
    module = [sys.executable, "-m", "govarchive", "--version"]
    assert subprocess.run(module, capture_output=True, check=True, cwd=ROOT).stdout == version


@pytest.mark.parametrize("style", ["jsonl", "table"])
def test_a_reader_that_goes_away(pages: str, style: str) -> None:
    command = f'"{sys.executable}" "{CLI}" extract "{pages}" --kind email --format {style} | head -n 1'
    found = subprocess.run(["bash", "-c", command], capture_output=True, check=False, timeout=60)
    assert found.stdout.count(b"\n") == 1
    assert (found.returncode, found.stderr) == (0, b"")


def test_exit_codes_and_streams(tmp_path: Path) -> None:
    missing = run("extract", str(tmp_path / "няма.txt"))
    assert (missing.returncode, missing.stdout) == (1, b"")
    assert "no such file or folder" in missing.stderr.decode()
    usage = run("extract")
    assert (usage.returncode, usage.stdout) == (2, b"")
    assert b"Missing argument" in usage.stderr
    kinds = run("normalise").stderr.decode()
    assert "    phone," in kinds
    assert "\\t" not in kinds
    archive = run("query", "--archive", str(tmp_path / "няма.db"))
    assert (archive.returncode, archive.stdout) == (1, b"")
    assert archive.stderr.decode().startswith("govarchive: ")
    assert "no such archive" in archive.stderr.decode()
    for problem in (missing, usage, archive):
        assert b"Traceback" not in problem.stderr


@pytest.mark.parametrize(("asked", "code"), [("check", 0), ("extract", 1)])
def test_an_input_that_the_shell_closed(asked: str, code: int) -> None:
    command = f'"{sys.executable}" "{CLI}" {asked} - <&-'
    found = subprocess.run(["bash", "-c", command], capture_output=True, check=False, timeout=60)
    assert (found.returncode, b"Traceback" in found.stderr) == (code, False)


def test_bytes_that_are_no_text(pages: str, tmp_path: Path) -> None:
    odd, archive, report = os.fsdecode(b"\xe0"), tmp_path / os.fsdecode(b"\xe0.db"), tmp_path / "отчет.json"
    kept = run("import", f"{pages}/0.txt", "--archive", str(archive), "--report", str(report), "--jobs", "1")
    assert kept.returncode == 0
    assert json.loads(report.read_text(encoding="utf-8"))["archive"].endswith("\\xe0.db")
    for asked in (["query", "--value", odd], ["import", "0.txt", "--url", f"http://primer.bg/{odd}"]):
        found = run(*asked, "--archive", str(archive), cwd=Path(pages))
        assert (found.returncode, b"Traceback" in found.stderr) == (2, False)


def test_an_export_that_cannot_be_written(pages: str, tmp_path: Path) -> None:
    archive = str(tmp_path / "а.db")
    assert run("import", pages, "--archive", archive).returncode == 0
    failed = run("export", str(tmp_path / "няма" / "изход.jsonl"), "--archive", archive)
    assert failed.returncode == 2
    assert "/няма/изход.jsonl: there is no folder" in failed.stderr.decode()
    assert b"Traceback" not in failed.stderr
    piped = run("export", "/dev/stdout", "--archive", archive, "-q")
    assert len(json_lines(piped.stdout)) == 2400
    assert Path("/dev/stdout").is_symlink()


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs /dev/full")
def test_a_full_disk_behind_stdout(pages: str) -> None:
    with Path("/dev/full").open("wb") as full:
        found = subprocess.run(
            [sys.executable, CLI, "extract", pages], stdout=full, stderr=subprocess.PIPE, check=False, timeout=60
        )
    assert found.returncode == 1
    assert b"No space left on device" in found.stderr
    assert b"Traceback" not in found.stderr


def _heed_interrupts() -> None:
    signal.signal(signal.SIGINT, signal.SIG_DFL)


def test_an_interrupt_ends_in_one_line() -> None:
    with subprocess.Popen(
        [sys.executable, CLI, "extract", "-", "-v"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        preexec_fn=_heed_interrupts,
    ) as process:
        assert process.stderr is not None
        assert process.stderr.readline() == b"reading -\n"
        time.sleep(0.5)  # it waits for its standard input by now
        process.send_signal(signal.SIGINT)
        out, said = process.communicate(timeout=30)
    assert (process.returncode, out) == (130, b"")
    assert said.decode().strip() == "govarchive: interrupted; what was kept so far stays"


def test_an_interrupted_import_keeps_what_was_read(tmp_path: Path) -> None:
    (tmp_path / "а.txt").write_text("Поща: kontakti@primer.bg", encoding="utf-8")
    os.mkfifo(tmp_path / "бавно.txt")
    command = [sys.executable, CLI, "import", "а.txt", "бавно.txt", "-v", "--jobs", "1"]
    with subprocess.Popen(command, cwd=tmp_path, stderr=subprocess.PIPE, preexec_fn=_heed_interrupts) as process:
        assert process.stderr is not None
        assert [process.stderr.readline().decode() for _ in range(2)] == ["reading а.txt\n", "reading бавно.txt\n"]
        time.sleep(0.5)  # it waits for somebody to write into the pipe by now
        process.send_signal(signal.SIGINT)
        said = process.communicate(timeout=30)[1].decode().splitlines()
    assert process.returncode == 130
    assert said[0] == "govarchive.db: 1 page new, 0 unchanged, 0 rejected"
    assert said[1].startswith("1 record: 1 email (")
    assert said[2:] == ["govarchive: interrupted; what was read so far is kept, and the same command does the rest"]
    assert len(json_lines(run("query", "--format", "jsonl", cwd=tmp_path).stdout)) == 1


def test_a_second_interrupt_ends_at_once() -> None:
    program = (
        "import signal\n"
        "from govarchive.jobs.interrupts import Interrupts\n"
        "interrupts = Interrupts()\n"
        "with interrupts.heeded(), interrupts.shielded():\n"
        "    signal.raise_signal(signal.SIGINT)\n"
        "    print('първо', flush=True)\n"
        "    signal.raise_signal(signal.SIGINT)\n"
        "    print('второ', flush=True)\n"
    )
    found = subprocess.run(
        [sys.executable, "-c", program],
        cwd=ROOT,
        capture_output=True,
        check=False,
        timeout=60,
        env={**os.environ, "PYTHONUTF8": "1"},
        preexec_fn=_heed_interrupts,
    )
    assert (found.returncode, found.stdout.decode(), found.stderr) == (-signal.SIGINT, "първо\n", b"")


@pytest.mark.parametrize("locale", ["C", "POSIX", "bg_BG.CP1251"])
def test_output_is_utf_8_in_any_locale(pages: str, locale: str) -> None:
    page = str(Path(pages) / "0.txt")
    for style in ("jsonl", "table"):
        found = run("extract", page, "--kind", "phone", "--format", style, LC_ALL=locale, PYTHONIOENCODING="ascii")
        assert "056/ 841 234" in found.stdout.decode("utf-8")
        assert (found.returncode, found.stderr) == (0, b"")


def on_a_terminal(*arguments: str, **environment: str) -> str:
    """What the command prints when stdout is a terminal."""
    ours, theirs = pty.openpty()
    with subprocess.Popen(
        [sys.executable, CLI, *arguments], stdout=theirs, env={**os.environ, **environment}
    ) as process:
        os.close(theirs)
        said = all_of(ours)
    assert process.returncode == 0
    return said


def all_of(terminal: int) -> str:
    """What is printed on a terminal until its last writer ends; a kernel holds no more than 4 KB of it at a time."""
    pieces = []
    with contextlib.suppress(OSError):  # Linux says so when the other end is closed
        while piece := os.read(terminal, 1 << 16):
            pieces.append(piece)
    os.close(terminal)
    return b"".join(pieces).decode()


def test_colour_on_a_terminal_unless_refused(tmp_path: Path) -> None:
    archive, page = str(tmp_path / "а.db"), tmp_path / "а.txt"
    page.write_text("Поща: kontakti@primer.bg", encoding="utf-8")
    assert run("import", str(page), "--archive", archive).returncode == 0
    (it,) = json_lines(run("query", "--archive", archive, "--format", "jsonl").stdout)
    assert "\x1b[" in on_a_terminal("show", it["id"], "--archive", archive, TERM="xterm")
    plain = on_a_terminal("show", it["id"], "--archive", archive, TERM="xterm", NO_COLOR="1")
    assert "\x1b[" not in plain
    assert "[[kontakti@primer.bg]]" in plain


LONG = "Областна администрация Видин, отдел „Административно обслужване, деловодство и връзки с обществеността“"


@pytest.mark.parametrize(
    ("width", "columns"),
    [
        (200, "id kind value text label date source"),
        (100, "id kind value text label date source"),
        (80, "id kind value date source"),
        (40, "id kind value"),
    ],
)
def test_a_narrow_terminal_keeps_what_show_needs(tmp_path: Path, width: int, columns: str) -> None:
    page = tmp_path / "глава.html"
    page.write_text(f"<p>{LONG}</p><p>{LONG}: kontakti@primer.bg</p>", encoding="utf-8")
    archive = str(tmp_path / "а.db")
    assert run("import", str(page), "--archive", archive).returncode == 0
    said = on_a_terminal("query", "--archive", archive, TERM="xterm", COLUMNS=str(width), NO_COLOR="1")
    lines = [line.rstrip() for line in said.splitlines()]
    assert "\x1b" not in said
    assert lines[0].split() == columns.split()
    assert all(len(line) <= width for line in lines)
    assert all(re.match("[0-9a-f]{8}  (institution|email) ", line) for line in lines[1:])
    assert all(line.endswith("глава.html") for line in lines[1:]) == ("source" in columns)
    assert (width < 80) or "kontakti@primer.bg" in said


def test_headers_are_bold_on_a_terminal_unless_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("NO_COLOR", raising=False)
    page = tmp_path / "а.txt"
    page.write_text("Поща: kontakti@primer.bg", encoding="utf-8")
    assert "\x1b[1m" in on_a_terminal("extract", str(page), "--format", "table", TERM="xterm")


def test_help_loads_nothing_heavy() -> None:
    program = (
        "import sys\n"
        "from govarchive.commands.main import main\n"
        "for arguments in (['--help'], ['extract', '--help'], ['query', '--help']):\n"
        "    main(arguments, standalone_mode=False)\n"
        "print([it for it in ('lxml', 'phonenumbers', 'schwifty', 'rich', 'sqlite3') if it in sys.modules])\n"
    )
    found = subprocess.run([sys.executable, "-c", program], cwd=ROOT, capture_output=True, check=True, timeout=60)
    assert found.stdout.decode().splitlines()[-1] == "[]"


@pytest.mark.parametrize("name", ["extract", "import"])
def test_a_message_does_not_run_into_the_progress_bar(pages: str, name: str) -> None:
    ours, theirs = pty.openpty()
    command = [sys.executable, CLI, name, ".", "няма.txt"]
    environment = {**os.environ, "COLUMNS": "100"}
    with subprocess.Popen(command, cwd=pages, stderr=theirs, stdout=subprocess.DEVNULL, env=environment):
        os.close(theirs)
        said = all_of(ours)
    assert name == "extract" or re.search(r"[0-9]+ pages .* [0-9]+ pages/s", said)
    assert "pages" in said
    assert re.search(r"(?:^|[\r\n]|\x1b\[2K)rejected: няма\.txt", said)


def test_an_interrupt_while_the_command_is_loaded_is_no_traceback(tmp_path: Path) -> None:
    (tmp_path / "click.py").write_text("raise KeyboardInterrupt\n", encoding="utf-8")
    code = f"import sys; sys.path.insert(0, {str(tmp_path)!r}); from govarchive.commands.start import run; run()"
    found = subprocess.run(
        [sys.executable, "-c", code],
        capture_output=True,
        check=False,
        timeout=60,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
    )
    assert (found.returncode, found.stdout, found.stderr) == (130, b"", b"")
