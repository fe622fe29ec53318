# SPDX-License-Identifier: GPL-3.0-or-later
"""The running program, as a person and as a screen reader meet it.

Tests are told where things are by their environment: GENU_PROGRAM, GENU_TOOL, GENU_PACK (a folder
with the built-in pack) and GENU_DATA_DIR.
"""
import contextlib
import os
import pathlib
import subprocess
import sys
import time
import traceback

from desktop import Desktop, TimeOut, wait_for  # first: it changes the environment
import processes

import gi
gi.require_version('Atspi', '2.0')
from gi.repository import Atspi, GLib  # noqa: E402

PROGRAM = os.environ.get('GENU_PROGRAM', 'genu')
TOOL = os.environ.get('GENU_TOOL', 'genu-tool')
PACK = os.environ.get('GENU_PACK', '')


class Node:
    """One accessible thing of the running program.  A thing that has gone has no name, no children
    and no state, rather than being an error: windows change while they are read."""

    def __init__(self, accessible):
        self.accessible = accessible

    def ask(self, function, *arguments, default=None):
        with contextlib.suppress(GLib.Error):
            value = function(*arguments)
            return default if value is None else value
        return default

    @property
    def role(self):
        return self.ask(self.accessible.get_role_name, default='')

    @property
    def name(self):
        return self.ask(self.accessible.get_name, default='')

    @property
    def description(self):
        return self.ask(self.accessible.get_description, default='')

    @property
    def text(self):
        """The words of a label: its text when it has one, else its name."""
        return self.ask(Atspi.Text.get_text, self.accessible, 0, -1, default='') or self.name

    def has_state(self, name):
        states = self.ask(self.accessible.get_state_set)
        return states is not None and states.contains(getattr(Atspi.StateType, name.upper()))

    @property
    def visible(self):
        # GTK 4.8 sets SHOWING on windows alone.
        return self.has_state('visible')

    def children(self):
        for index in range(self.ask(self.accessible.get_child_count, default=0)):
            child = self.ask(self.accessible.get_child_at_index, index)
            if child is not None:
                yield Node(child)

    def walk(self, hidden=False):
        """This and all below it; what is not shown only when asked for."""
        yield self
        for child in self.children():
            if hidden or child.visible:
                yield from child.walk(hidden)

    def find_all(self, role=None, name=None, text=None, hidden=False):
        for node in self.walk(hidden):
            if role is not None and node.role not in (role if isinstance(role, tuple) else (role,)):
                continue
            if name is not None and name not in node.name:
                continue
            if text is not None and text not in node.text:
                continue
            yield node

    def find(self, **wanted):
        return next(self.find_all(**wanted), None)

    def extents(self):
        """x, y, width, height within the window."""
        rectangle = Atspi.Component.get_extents(self.accessible, Atspi.CoordType.WINDOW)
        return rectangle.x, rectangle.y, rectangle.width, rectangle.height

    def press(self):
        """Does the first action of the thing, or of the first within it that has one, as a screen
        reader does.  (A menu button's is its inner button's.)"""
        for node in self.walk():
            if node.ask(Atspi.Action.get_n_actions, node.accessible, default=0) > 0:
                Atspi.Action.do_action(node.accessible, 0)
                return
        raise AssertionError(f'{self.role} “{self.name}” has no action')

    def describe(self, depth=0):
        """A listing of all below, for a person who looks at a failure."""
        lines = [f'{"  " * depth}{self.role}: {self.name!r} {self.text!r}'
                 + ('' if self.visible else ' (hidden)')]
        for child in self.children():
            lines.append(child.describe(depth + 1))
        return '\n'.join(lines)


class GenuWindow:
    """A started genu.  Use it in a with statement."""

    def __init__(self, screen, *arguments, environment=None, wait=True):
        self.screen, self.desktop = screen, screen.desktop
        self.log_path = pathlib.Path(self.desktop.folder, f'log-{time.monotonic_ns()}')
        variables = dict(screen.environment, **(environment or {}))
        with open(self.log_path, 'wb') as log:
            self.process = self.desktop.start([PROGRAM, *arguments], variables, stdout=log,
                                              stderr=log)
        self.window = None
        if wait:
            self.wait_for_window()

    def __enter__(self):
        return self

    def __exit__(self, kind, *_):
        if kind is not None:
            print(f'# genu said:\n{self.log()}', file=sys.stderr)
        self.close()

    @property
    def pid(self):
        return self.process.pid

    def log(self):
        """What the program wrote so far: its journal."""
        return self.log_path.read_text(encoding='utf-8', errors='replace')

    def alive(self):
        return self.process.poll() is None

    def check_alive(self):
        if not self.alive():
            raise AssertionError(f'genu ended with {self.process.returncode}:\n{self.log()}')
        return True

    def find_windows(self):
        """X windows of the program that are on the screen."""
        self.check_alive()
        with contextlib.suppress(AssertionError):
            found = self.screen.xdotool('search', '--onlyvisible', '--pid', self.pid).split()
            return [number for number in found if self.width_of(number) > 100]
        return []

    def width_of(self, window):
        for line in self.screen.xdotool('getwindowgeometry', '--shell', window).splitlines():
            if line.startswith('WIDTH='):
                return int(line[6:])
        return 0

    def wait_for_window(self):
        """Waits until the window fills the screen and something is in it."""
        self.window = wait_for(self.find_windows, 'a window of genu', 60)[-1]
        self.screen.xdotool('mousemove', 1, self.screen.height - 2)
        wait_for(lambda: self.check_alive() and self.screen.picture().std() > 1,
                 'anything in the window', 60, 0.2)

    def picture(self, quiet=0.5, timeout=60):
        """The screen once neither it nor the program has had anything to do for `quiet` seconds."""
        end = time.monotonic() + timeout
        while time.monotonic() < end:
            before = self.check_alive() and self.cpu_seconds()
            image = self.screen.still_picture(quiet, timeout)
            if self.cpu_seconds() - before < 0.01:
                return image
        raise TimeOut('the program does not come to rest')

    # --- What it costs ---

    def cpu_seconds(self):
        return processes.fine_cpu_seconds(processes.tree(self.pid))

    def wake_ups(self):
        return processes.wake_ups(processes.tree(self.pid))

    # --- What a screen reader meets ---

    def application(self):
        """The program on the accessibility bus."""
        def look():
            self.check_alive()
            desktop = Atspi.get_desktop(0)
            for index in range(desktop.get_child_count()):
                child = desktop.get_child_at_index(index)
                with contextlib.suppress(GLib.Error):
                    if child is not None and child.get_process_id() == self.pid:
                        return Node(child)
            return None
        return wait_for(look, 'genu on the accessibility bus')

    def wait_for(self, what=None, timeout=30, **wanted):
        """The first showing accessible that fits, once there is one."""
        application = self.application()
        try:
            return wait_for(lambda: self.check_alive() and application.find(**wanted),
                            what or str(wanted), timeout, 0.1)
        except TimeOut:
            print(application.describe(), file=sys.stderr)
            raise

    def click(self, node):
        """Presses the middle of it with the pointer."""
        x, y, width, height = node.extents()
        self.screen.click(x + width // 2, y + height // 2)

    def key(self, *names):
        self.screen.key(*names)

    def close(self):
        """Ends it as a person does; a program that will not go is a failure."""
        if self.process.poll() is None:
            self.process.terminate()
        try:
            self.process.wait(10)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()
            raise


def tool(*arguments, check=True):
    """Runs genu-tool."""
    return subprocess.run([TOOL, *map(str, arguments)], text=True, capture_output=True, timeout=120,
                          check=check)


def run_tests(namespace):
    """Runs every test_… of a module in order and prints TAP.  They share a desktop; each opens its own
    screens."""
    tests = [item for item in namespace.items() if item[0].startswith('test_') and callable(item[1])]
    wanted = sys.argv[1:]
    tests = [item for item in tests if not wanted or item[0] in wanted]
    failed = 0
    print(f'1..{len(tests)}', flush=True)
    with Desktop() as desktop:
        for number, (name, test) in enumerate(tests, 1):
            began = time.monotonic()
            try:
                test(desktop)
                result = 'ok'
            except Exception:  # whatever it was, the next test is still run
                traceback.print_exc()
                result, failed = 'not ok', failed + 1
            print(f'{result} {number} {name} # {time.monotonic() - began:.1f} s', flush=True)
    sys.exit(1 if failed else 0)
