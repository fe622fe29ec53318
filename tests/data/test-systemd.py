# SPDX-License-Identifier: GPL-3.0-or-later
"""The kiosk's service: systemd understands every line of it, what it promises stands in it, and the
session ends with Genu's own exit status.

Usage: test-systemd.py UNIT SESSION HEADER
"""

import os
import re
import shutil
import subprocess
import sys
import tempfile
import unittest
from pathlib import Path

UNIT, SESSION, HEADER = map(Path, sys.argv[1:4])


def settings(section):
    """The settings of a section by name; a name may occur more than once."""
    found, here = {}, None
    for line in UNIT.read_text(encoding='utf-8').splitlines():
        if line.startswith('['):
            here = line.strip('[]')
        elif '=' in line and not line.startswith('#') and here == section:
            name, value = line.split('=', 1)
            found.setdefault(name, []).append(value)
    return found


def exit_statuses():
    """GENU_KIOSK_EXIT_… by name, from the header of the program."""
    return {name: int(value) for name, value in
            re.findall(r'GENU_KIOSK_EXIT_(\w+) = (\d+)', HEADER.read_text(encoding='utf-8'))}


class Unit(unittest.TestCase):
    @unittest.skipUnless(shutil.which('systemd-analyze'), 'no systemd-analyze')
    def test_systemd_understands_it(self):
        with tempfile.TemporaryDirectory() as folder:
            copy = Path(folder, UNIT.name)
            text = UNIT.read_text(encoding='utf-8')
            # What is not installed here is no fault of the unit.
            copy.write_text(re.sub(r'^ExecStart=\S+', 'ExecStart=/bin/true', text, flags=re.M),
                            encoding='utf-8')
            run = subprocess.run(['systemd-analyze', 'verify', '--man=no', '--recursive-errors=no',
                                  str(copy)], text=True, capture_output=True, timeout=120,
                                 check=False)
            said = [line for line in run.stderr.splitlines() if UNIT.name in line]
            self.assertEqual(said, [])
            self.assertEqual(run.returncode, 0, run.stderr)

    def test_no_value_was_forgotten(self):
        for path in (UNIT, SESSION):
            self.assertNotRegex(path.read_text(encoding='utf-8'), r'@\w+@')

    def test_restarts(self):
        service, statuses = settings('Service'), exit_statuses()
        never = set(map(int, service['RestartPreventExitStatus'][0].split()))
        fine = set(map(int, service['SuccessExitStatus'][0].split()))
        self.assertEqual(service['Restart'], ['always'])
        self.assertEqual(never, {statuses['STAFF'], statuses['NO_PIN']})
        self.assertEqual(fine, {statuses['STAFF'], statuses['RESTART']})
        self.assertEqual(settings('Unit')['StartLimitIntervalSec'], ['0'])

    def test_no_network(self):
        service = settings('Service')
        self.assertNotIn('AF_INET', service['RestrictAddressFamilies'][0])
        self.assertEqual(service['IPAddressDeny'], ['any'])

    def test_nothing_is_kept(self):
        self.assertIn('GSETTINGS_BACKEND=memory', ' '.join(settings('Service')['Environment']))


class Session(unittest.TestCase):
    """The script, with a cage that runs the program and then says that all was fine."""

    def run_session(self, genu, cage='shift\n"$@"\nexit 0\n', folder=True):
        with tempfile.TemporaryDirectory() as place:
            for name, text in (('cage', cage), ('genu', genu)):
                program = Path(place, name)
                program.write_text('#!/bin/sh\n' + text, encoding='utf-8')
                program.chmod(0o755)
            script = Path(place, 'session')
            script.write_text(re.sub(r'\S+/bin/genu', str(Path(place, 'genu')),
                                     SESSION.read_text(encoding='utf-8')), encoding='utf-8')
            environment = dict(os.environ, PATH=f'{place}:{os.environ["PATH"]}')
            environment.pop('RUNTIME_DIRECTORY', None)
            if folder:
                environment['RUNTIME_DIRECTORY'] = place
            return subprocess.run(['sh', str(script), '--lang=en'], env=environment, text=True,
                                  capture_output=True, timeout=60, check=False)

    def test_genus_own_status(self):
        for status in (0, *exit_statuses().values()):
            for folder in (True, False):
                run = self.run_session(f'exit {status}\n', folder=folder)
                self.assertEqual(run.returncode, status, run.stderr)

    def test_arguments(self):
        run = self.run_session('echo "$@"\n')
        self.assertEqual(run.stdout, '--mode=kiosk --lang=en\n')

    def test_without_genu(self):
        self.assertEqual(self.run_session('', cage='exit 3\n').returncode, 3)
        self.assertEqual(self.run_session('', cage='exit 0\n').returncode, 1)


if __name__ == '__main__':
    unittest.main(argv=sys.argv[:1])
