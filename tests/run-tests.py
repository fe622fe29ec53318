#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Runs the whole test suite of a build folder and prints one closing line.

  run-tests.py BUILD_DIR [meson test arguments]

Tests that need a display get a virtual one and a session bus of their own.  Long fuzz and soak runs
are not part of it (see CONTRIBUTING.md).
"""
import json
import os
import pathlib
import shutil
import subprocess
import sys


def main():
    build = pathlib.Path(sys.argv[1]).resolve()
    command = ['meson', 'test', '-C', str(build), '--no-rebuild', '--print-errorlogs', *sys.argv[2:]]
    environment = dict(os.environ, XDG_RUNTIME_DIR=runtime_dir(build))
    for name in ('DISPLAY', 'WAYLAND_DISPLAY'):
        environment.pop(name, None)
    if shutil.which('xvfb-run'):
        command = ['xvfb-run', '-a', '-s', '-screen 0 1920x1080x24 -nolisten tcp', *command]
    if shutil.which('dbus-run-session'):
        command = ['dbus-run-session', '--', *command]

    status = subprocess.run(command, env=environment, check=False).returncode
    passed, failed, skipped = count(build / 'meson-logs' / 'testlog.json')
    print(f'\n{passed} passed, {failed} failed, {skipped} skipped')
    return status if status != 0 else (1 if failed or not passed else 0)


def runtime_dir(build):
    """A private folder for sockets, as a desktop session has one."""
    path = build / 'runtime'
    path.mkdir(mode=0o700, exist_ok=True)
    path.chmod(0o700)
    return str(path)


def count(log):
    """Test programs by result, from meson's own log; one JSON object a line."""
    totals = {'passed': 0, 'failed': 0, 'skipped': 0}
    if log.exists():
        for line in log.read_text(encoding='utf-8').splitlines():
            result = json.loads(line)['result']
            key = {'OK': 'passed', 'EXPECTEDFAIL': 'passed', 'SKIP': 'skipped'}.get(result, 'failed')
            totals[key] += 1
    return totals['passed'], totals['failed'], totals['skipped']


if __name__ == '__main__':
    sys.exit(main())
