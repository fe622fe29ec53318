# SPDX-License-Identifier: GPL-3.0-or-later
"""A desktop of a test's own: one or more virtual screens, a session bus, an accessibility bus and
an empty home folder.

Everything runs under one mark in its environment, and is gone when the desktop is closed, whatever
the test did: helpers are told by the kernel when the test dies, and what a bus started is found by
the mark.  No two tests share anything, so they may run side by side.
"""
import contextlib
import ctypes
import mmap
import os
import pathlib
import shutil
import signal
import struct
import subprocess
import tempfile
import time
import uuid

import numpy

MARK = 'GENU_TEST_DESKTOP'
PR_SET_PDEATHSIG = 1
PR_SET_CHILD_SUBREAPER = 36
# Warnings are fatal in what is tested, not in the libraries of the test itself.
G_DEBUG = os.environ.pop('G_DEBUG', '')
LIBC = ctypes.CDLL(None, use_errno=True)


class TimeOut(AssertionError):
    """Something did not happen in time."""


def wait_for(condition, what, timeout=30.0, pause=0.05):
    """The first true value of condition(); TimeOut when there is none."""
    end = time.monotonic() + timeout
    while True:
        value = condition()
        if value:
            return value
        if time.monotonic() > end:
            raise TimeOut(f'not within {timeout:.0f} s: {what}')
        time.sleep(pause)


def die_with_parent():
    LIBC.prctl(PR_SET_PDEATHSIG, signal.SIGKILL)


class Screen:
    """A virtual X screen.  Its frame buffer is a file, so that looking at it disturbs nobody."""

    def __init__(self, desktop, width, height):
        self.width, self.height = width, height
        self.folder = tempfile.mkdtemp(prefix='screen-', dir=desktop.folder)
        reader, writer = os.pipe()
        command = ['Xvfb', '-displayfd', str(writer), '-screen', '0', f'{width}x{height}x24',
                   '-fbdir', self.folder, '-nolisten', 'tcp', '-noreset', '-dpi', '96']
        self.process = desktop.start(command, pass_fds=[writer], stderr=subprocess.DEVNULL)
        os.close(writer)
        with os.fdopen(reader) as number:
            self.display = ':' + number.readline().strip()
        if self.display == ':':
            raise TimeOut('Xvfb did not start')
        self.desktop = desktop
        self.picture_file = os.path.join(self.folder, 'Xvfb_screen0')
        # A window manager for kiosks: each window fills the screen, and can be put away.
        self.environment = dict(desktop.environment, DISPLAY=self.display)
        desktop.start(['matchbox-window-manager', '-use_titlebar', 'no', '-use_cursor', 'no'],
                      self.environment, stderr=subprocess.DEVNULL)
        wait_for(self.is_managed, 'a window manager')

    def is_managed(self):
        run = subprocess.run(['xprop', '-root', '_NET_SUPPORTING_WM_CHECK'], text=True, check=False,
                             env=self.environment, capture_output=True, timeout=30)
        return 'window id' in run.stdout

    def picture(self, every=1):
        """What is on the screen now, as an array of height × width × RGB; of each `every`th row,
        which alone are read: a look at all of them costs as much as a frame."""
        with open(self.picture_file, 'rb') as file:
            with mmap.mmap(file.fileno(), 0, prot=mmap.PROT_READ) as data:
                words = struct.unpack('>25I', data[:100])
                header, depth, stride, colors = words[0], words[11], words[12], words[19]
                if depth != 32:
                    raise AssertionError(f'a screen of {depth} bits a pixel')
                start = header + 12 * colors
                rows = numpy.stack([numpy.frombuffer(data[at:at + stride], numpy.uint8)
                                    for at in range(start, start + stride * self.height,
                                                    stride * every)])
        rows = rows.reshape(-1, stride // 4, 4)[:, :self.width]
        return numpy.ascontiguousarray(rows[:, :, 2::-1])

    def still_picture(self, quiet=0.4, timeout=30):
        """The picture once it has not changed for `quiet` seconds."""
        last, since = self.picture(), time.monotonic()
        end = since + timeout
        while time.monotonic() - since < quiet:
            if time.monotonic() > end:
                raise TimeOut('the picture on the screen does not come to rest')
            time.sleep(0.1)
            now = self.picture()
            if not numpy.array_equal(now, last):
                last, since = now, time.monotonic()
        return last

    def xdotool(self, *arguments):
        run = subprocess.run(['xdotool', *map(str, arguments)], env=self.environment, text=True,
                             capture_output=True, timeout=30, check=False)
        if run.returncode != 0:
            raise AssertionError(f'xdotool {arguments}: {run.stderr.strip()}')
        return run.stdout.strip()

    def key(self, *names):
        """Presses and releases keys, one after the other, as from a keyboard."""
        for name in names:
            self.xdotool('key', '--clearmodifiers', name)
            time.sleep(0.05)

    def click(self, x, y, button=1):
        self.xdotool('mousemove', int(x), int(y))
        time.sleep(0.05)
        self.xdotool('click', button)


class Desktop:
    """Use it in a with statement; screens and programs go with it."""

    def __init__(self, accessible=True):
        self.folder = tempfile.mkdtemp(prefix='genu-ui-')
        self.mark = uuid.uuid4().hex
        self.processes = []
        # What a bus starts is our child once the bus has gone, so that we can wait for its end.
        LIBC.prctl(PR_SET_CHILD_SUBREAPER, 1)
        self.environment = self.make_environment()
        self.start_bus()
        if accessible:
            self.start_accessibility_bus()

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.close()

    def make_environment(self):
        """The caller's environment, less what would tie a program to the caller's desktop."""
        keep = {name: value for name, value in os.environ.items()
                if name not in ('DISPLAY', 'WAYLAND_DISPLAY', 'DBUS_SESSION_BUS_ADDRESS', 'GTK_A11Y',
                                'AT_SPI_BUS_ADDRESS', 'SESSION_MANAGER', 'GTK_THEME', 'LANGUAGE')}
        for name, folder in (('HOME', 'home'), ('XDG_RUNTIME_DIR', 'runtime'),
                             ('XDG_CONFIG_HOME', 'config'), ('XDG_DATA_HOME', 'data'),
                             ('XDG_CACHE_HOME', 'cache'), ('XDG_STATE_HOME', 'state')):
            path = pathlib.Path(self.folder, folder)
            path.mkdir(mode=0o700)
            keep[name] = str(path)
        keep.update({MARK: self.mark, 'GDK_BACKEND': 'x11', 'GSETTINGS_BACKEND': 'memory',
                     'GTK_USE_PORTAL': '0', 'ADW_DISABLE_PORTAL': '1', 'GIO_USE_VFS': 'local',
                     'LC_ALL': 'C.UTF-8', 'G_DEBUG': G_DEBUG})
        return keep

    def start(self, command, environment=None, **options):
        process = subprocess.Popen(command, env=environment or self.environment,
                                   stdin=subprocess.DEVNULL, preexec_fn=die_with_parent, **options)
        self.processes.append(process)
        return process

    def start_bus(self):
        bus = self.start(['dbus-daemon', '--session', '--nofork', '--nosyslog', '--print-address=1'],
                         stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
        address = bus.stdout.readline().strip()
        if not address:
            raise TimeOut('dbus-daemon did not start')
        self.environment['DBUS_SESSION_BUS_ADDRESS'] = address

    def start_accessibility_bus(self):
        call = ['gdbus', 'call', '--session', '--dest', 'org.a11y.Bus', '--object-path',
                '/org/a11y/bus', '--method', 'org.a11y.Bus.GetAddress']
        run = subprocess.run(call, env=self.environment, text=True, capture_output=True, timeout=60,
                             check=False)
        if run.returncode != 0:
            raise AssertionError(f'no accessibility bus: {run.stderr.strip()}')
        address = run.stdout.strip()[2:-3]
        self.environment['AT_SPI_BUS_ADDRESS'] = address
        # The test itself listens there too.
        os.environ['DBUS_SESSION_BUS_ADDRESS'] = self.environment['DBUS_SESSION_BUS_ADDRESS']
        os.environ['AT_SPI_BUS_ADDRESS'] = address

    def screen(self, width=1920, height=1080):
        return Screen(self, width, height)

    def marked(self):
        """Processes of this desktop that are left, this one not counted."""
        needle = f'{MARK}={self.mark}'.encode()
        for entry in os.listdir('/proc'):
            if entry.isdigit() and int(entry) != os.getpid():
                with contextlib.suppress(OSError):
                    if needle in pathlib.Path('/proc', entry, 'environ').read_bytes().split(b'\0'):
                        yield int(entry)

    def close(self):
        for process in reversed(self.processes):
            if process.poll() is None:
                process.terminate()
        for process in reversed(self.processes):
            with contextlib.suppress(subprocess.TimeoutExpired):
                process.wait(5)
        for number in (signal.SIGTERM, signal.SIGKILL):
            for pid in list(self.marked()):
                with contextlib.suppress(OSError):
                    os.kill(pid, number)
            time.sleep(0.1)
        for process in self.processes:
            with contextlib.suppress(subprocess.TimeoutExpired):
                process.wait(5)
        with contextlib.suppress(ChildProcessError):
            while os.waitpid(-1, os.WNOHANG)[0] != 0:
                pass
        shutil.rmtree(self.folder, ignore_errors=True)
