# SPDX-License-Identifier: GPL-3.0-or-later
"""genu-tool pin, as staff and scripts use it: asked twice on a terminal without echo, once from
anything else, stored for the owner alone.

Usage: test-pin.py GENU_TOOL
"""

import os
import pty
import select
import signal
import stat
import subprocess
import sys
import tempfile
import time
import unittest
from pathlib import Path

TOOL = sys.argv[1]


class Pin(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.environment = dict(os.environ, XDG_CONFIG_HOME=folder.name)
        self.path = Path(folder.name, 'genu', 'kiosk-pin')

    def run_tool(self, *arguments, text=''):
        return subprocess.run([TOOL, 'pin', *arguments], input=text, env=self.environment, text=True,
                              capture_output=True, timeout=60, check=False)

    def terminal(self, *answers):
        """Types answers, one a prompt.  The exit status and all that was on the screen."""
        pid, terminal = pty.fork()
        if pid == 0:
            os.execve(TOOL, [TOOL, 'pin'], self.environment)
        waiting, screen, end = list(answers), b'', time.monotonic() + 60
        seen = 0
        while time.monotonic() < end:
            if not select.select([terminal], [], [], 0.2)[0]:
                continue
            try:
                data = os.read(terminal, 4096)
            except OSError:  # the terminal has closed
                break
            if not data:
                break
            screen += data
            if waiting and screen[seen:].endswith((b'PIN: ', b'again: ')):
                seen = len(screen)
                time.sleep(0.1)  # the echo is switched off after the prompt
                os.write(terminal, waiting.pop(0).encode() + b'\n')
        else:
            os.kill(pid, signal.SIGKILL)
        os.close(terminal)
        return os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1]), screen.decode()

    def assert_stored(self):
        self.assertEqual(stat.S_IMODE(self.path.stat().st_mode), 0o600)
        self.assertEqual(stat.S_IMODE(self.path.parent.stat().st_mode), 0o700)
        self.assertTrue(self.path.read_text(encoding='ascii').startswith('$argon2id$'))

    def test_from_a_pipe(self):
        for arguments in ((), ('--stdin',)):
            result = self.run_tool(*arguments, text='493817\n')
            self.assertEqual((result.returncode, result.stderr), (0, ''))
            self.assertIn(str(self.path), result.stdout)
            self.assertNotIn('493817', result.stdout)
            self.assert_stored()
            self.path.unlink()

    def test_on_a_terminal(self):
        status, screen = self.terminal('493817', '493817')
        self.assertEqual(status, 0, screen)
        self.assertNotIn('493817', screen)
        self.assert_stored()

    def test_two_that_differ(self):
        status, screen = self.terminal('493817', '493818')
        self.assertEqual(status, 1, screen)
        self.assertIn('[pin-differs]', screen)
        self.assertFalse(self.path.exists())

    def test_what_is_no_pin(self):
        for text in ('', '\n', '123\n', '1234567890123\n', 'abcd\n', '12 34\n', '9' * 4000):
            result = self.run_tool(text=text)
            self.assertEqual(result.returncode, 1, text)
            self.assertIn('[pin-digits]', result.stderr)
            self.assertFalse(self.path.exists())

    def test_a_refused_pin_keeps_the_old_one(self):
        self.run_tool(text='493817\n')
        before = self.path.read_bytes()
        self.run_tool(text='12\n')
        self.assertEqual(self.path.read_bytes(), before)

    def test_an_easy_pin_is_stored_and_named(self):
        result = self.run_tool(text='1234\n')
        self.assertEqual(result.returncode, 0)
        self.assertIn('[pin-easy]', result.stderr)
        self.assert_stored()

    def test_never_an_argument(self):
        result = self.run_tool('493817')
        self.assertEqual(result.returncode, 2)
        self.assertNotIn('493817', result.stderr)
        self.assertFalse(self.path.exists())

    def test_where_nothing_can_be_written(self):
        self.environment['XDG_CONFIG_HOME'] = '/proc'
        result = self.run_tool(text='493817\n')
        self.assertEqual(result.returncode, 1)
        self.assertIn('[pin-store]', result.stderr)


if __name__ == '__main__':
    unittest.main(argv=sys.argv[:1])
