# SPDX-License-Identifier: GPL-3.0-or-later
"""What a program and all that it started has cost so far, read from /proc."""
import contextlib
import os
import pathlib
import time

TICKS = os.sysconf('SC_CLK_TCK')


def stat_fields(pid):
    """The fields of /proc/PID/stat that follow the program's name (which may hold anything)."""
    text = pathlib.Path('/proc', str(pid), 'stat').read_text(encoding='ascii', errors='replace')
    return text.rpartition(')')[2].split()


def tree(pid):
    """The process and all below it."""
    parents = {}
    for entry in os.listdir('/proc'):
        if entry.isdigit():
            with contextlib.suppress(OSError, IndexError):
                parents[int(entry)] = int(stat_fields(entry)[1])
    found = [pid]
    for known in found:
        found += [child for child, parent in parents.items() if parent == known]
    return found


def cpu_seconds(pids):
    """CPU time of these processes and of those of their children that have ended."""
    total = 0
    for pid in pids:
        with contextlib.suppress(OSError, IndexError):
            total += sum(int(field) for field in stat_fields(pid)[11:15])
    return total / TICKS


def fine_cpu_seconds(pids):
    """The same to the nanosecond, without children that have ended."""
    total = 0
    for pid in pids:
        with contextlib.suppress(OSError):
            # The kernel's number for the CPU clock of another process.
            total += time.clock_gettime(~pid << 3 | 2)
    return total


def wake_ups(pids):
    """By thread: how often it gave up the processor by itself, to be woken later."""
    counts = {}
    for pid in pids:
        with contextlib.suppress(OSError):
            for task in pathlib.Path('/proc', str(pid), 'task').iterdir():
                with contextlib.suppress(OSError):
                    for line in (task / 'status').read_text(encoding='ascii').splitlines():
                        if line.startswith('voluntary_ctxt_switches'):
                            counts[task.name] = int(line.split()[1])
    return counts


def wake_ups_since(before, after):
    return sum(count - before.get(thread, 0) for thread, count in after.items())


def proportional_memory(pids):
    """PSS in bytes: shared pages are counted in parts."""
    total = 0
    for pid in pids:
        with contextlib.suppress(OSError):
            rollup = pathlib.Path('/proc', str(pid), 'smaps_rollup').read_text(encoding='ascii')
            for line in rollup.splitlines():
                if line.startswith('Pss:'):
                    total += int(line.split()[1]) * 1024
    return total
