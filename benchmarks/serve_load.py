"""Many editors typing at once into one ``lintnews serve``.

    python benchmarks/serve_load.py [--editors 50] [--seconds 30] [--pause 1.0] [--processes N]

Starts a server on a free port. Each editor has a draft of 6 KB of its own, types a letter somewhere in it and sends the
whole draft to ``/v2/check``, as clients of LanguageTool do after a pause, again and again. Prints the times from the last
byte sent to the last byte received, errors, and the memory of the server's processes after the first minute's worth of
drafts and at the end. Budget: p99 of 100 ms on two cores, no error, memory flat. The editors run on the same cores.
"""

from __future__ import annotations

import asyncio
import json
import os
import random
import re
import subprocess
import sys
import time
from argparse import ArgumentParser, Namespace
from pathlib import Path
from urllib.parse import urlencode

SEEDS = sorted((Path(__file__).parents[1] / "seeds").glob("*.txt"))
SIZE = 6000  # bytes of a draft


class Figures:
    """What the editors saw."""

    def __init__(self) -> None:
        self.times: list[float] = []
        self.errors: list[str] = []
        self.matches = 0


def main() -> None:
    """Measure and print."""
    parser = ArgumentParser(description=__doc__)
    parser.add_argument("--editors", type=int, default=50)
    parser.add_argument("--seconds", type=float, default=30)
    parser.add_argument("--pause", type=float, default=1.0, help="seconds between two checks of one editor, on average")
    parser.add_argument("--processes", type=int, default=0)
    args = parser.parse_args()
    command = [sys.executable, "-m", "lintnews", "serve", "--isolated", "--port", "0", "--processes", str(args.processes)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as server:
        assert server.stdout
        port = re.search(r":(\d+)/", server.stdout.readline())
        assert port
        try:
            asyncio.run(measure(args, int(port[1]), server.pid))
        finally:
            server.terminate()


async def measure(args: Namespace, port: int, server: int) -> None:
    """Let everybody open a draft, then type; print a table."""
    drafts = [draft(number) for number in range(args.editors)]
    opening = Figures()
    await asyncio.gather(*(editor(port, text, opening, args.pause, 3) for text in drafts))
    before, worked = memory(server), processor_time(server)
    typing = Figures()
    end = time.perf_counter() + args.seconds
    await asyncio.gather(*(editor(port, text, typing, args.pause, until=end) for text in drafts))
    after, worked = memory(server), processor_time(server) - worked
    print("| what | checks | a second | p50 ms | p95 ms | p99 ms | worst ms | errors |\n|---|---|---|---|---|---|---|---|")
    for name, figures, seconds in (("opening", opening, 3 * args.pause), ("typing", typing, args.seconds)):
        times = sorted(figures.times)
        shares = [f"{1000 * times[min(int(len(times) * share), len(times) - 1)]:.0f}" for share in (0.5, 0.95, 0.99, 1)]
        print(f"| {name} | {len(times)} | {len(times) / seconds:.0f} | {' | '.join(shares)} | {len(figures.errors)} |")
    print(f"\n{args.editors} editors; {typing.matches / max(len(typing.times), 1):.1f} matches a check")
    print(f"processor time of the server: {1000 * worked / max(len(typing.times), 1):.1f} ms a check")
    print(f"memory of the server: {before / 1e6:.0f} MB before, {after / 1e6:.0f} MB after")
    for error in sorted(set(opening.errors + typing.errors)):
        print(f"error: {error}")


def draft(number: int) -> str:
    """A draft of its own for each editor: paragraphs of the samples, shuffled and numbered."""
    rng = random.Random(number)
    paragraphs = [part for path in SEEDS for part in path.read_text(encoding="utf-8").split("\n\n")]
    rng.shuffle(paragraphs)
    text = ""
    for place, paragraph in enumerate(paragraphs):
        if len(text.encode()) >= SIZE:
            break
        text += f"{paragraph} It was report {number * 100 + place}.\n\n"
    return text.encode()[:SIZE].decode(errors="ignore")


async def editor(
    port: int, text: str, figures: Figures, pause: float, checks: int = sys.maxsize, until: float = float("inf")
) -> None:
    """Type and check, over one connection."""
    rng = random.Random(text)
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    await asyncio.sleep(rng.random() * pause)
    for _ in range(checks):
        if time.perf_counter() > until:
            break
        place = rng.randrange(len(text))
        text = text[:place] + rng.choice("etaoin") + text[place + 1 :]
        started = time.perf_counter()
        try:
            found = await check(reader, writer, text)
            figures.matches += len(found)
            figures.times.append(time.perf_counter() - started)
        except (OSError, ValueError, asyncio.IncompleteReadError) as error:
            figures.errors.append(f"{type(error).__name__}: {error}")
            reader, writer = await asyncio.open_connection("127.0.0.1", port)
        await asyncio.sleep(max(0.0, pause * rng.uniform(0.6, 1.4) - (time.perf_counter() - started)))
    writer.close()


async def check(reader: asyncio.StreamReader, writer: asyncio.StreamWriter, text: str) -> list[object]:
    """The matches of one check. Raises ValueError for any answer but 200."""
    body = urlencode({"language": "en-US", "text": text}).encode()
    head = "POST /v2/check HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: application/x-www-form-urlencoded\r\n"
    writer.write(f"{head}Content-Length: {len(body)}\r\n\r\n".encode() + body)
    answer = (await reader.readuntil(b"\r\n\r\n")).decode()
    length = re.search(r"(?i)content-length: (\d+)", answer)
    content = await reader.readexactly(int(length[1]) if length else 0)
    if " 200 " not in answer.split("\r\n")[0]:
        raise ValueError(answer.split("\r\n")[0])
    matches: list[object] = json.loads(content)["matches"]
    return matches


def memory(server: int) -> int:
    """Bytes of memory of the server and its workers that no other process shares (Linux); 0 elsewhere."""
    rollups = (read(path / "smaps_rollup") for path in processes(server))
    return 1024 * sum(int(used) for text in rollups for used in re.findall(r"Private_\w+:\s+(\d+) kB", text))


def processor_time(server: int) -> float:
    """Seconds of processor time that the server and its workers have used (Linux)."""
    fields = (read(path / "stat").rpartition(")")[2].split() for path in processes(server))
    return sum(int(one[11]) + int(one[12]) for one in fields if one) / os.sysconf("SC_CLK_TCK")


def processes(server: int) -> list[Path]:
    """The folders in /proc of the server and of its children."""
    statuses = {path: read(path / "status") for path in Path("/proc").glob("[0-9]*")}
    return [path for path, text in statuses.items() if path.name == str(server) or f"\nPPid:\t{server}\n" in text]


def read(path: Path) -> str:
    """What stands in a file of /proc; "" when its process is gone."""
    try:
        return path.read_text()
    except OSError:
        return ""


if __name__ == "__main__":
    main()
