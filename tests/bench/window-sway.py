#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""How fast the window is under Wayland: in sway, without a screen.

    window-sway.py [--rounds=3] [--topic=ID] [--json]

Run by hand (README.md beside this file).  Nobody looks at pictures here: the program's own messages
to the compositor (WAYLAND_DEBUG) tell when a key came and when the next frame was handed over.
Prints the time from exec to the first frame of the home page, and to the last before it comes to
rest; from a key to the next frame; from a key to another page; the intervals of frames while
steps play.  Sway does not run as root: started by root, everything runs as the user nobody.
"""
import argparse
import contextlib
import json
import os
import pathlib
import pwd
import re
import shutil
import signal
import subprocess
import sys
import tempfile
import time

HERE = pathlib.Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parent / 'ui'))
sys.path.insert(0, str(HERE))
from window import TARGETS, line, milliseconds  # noqa: E402

PROGRAM = os.environ.get('GENU_PROGRAM', 'genu')
CONFIG = 'output HEADLESS-1 mode --custom 1920x1080@60Hz\ndefault_border none\n'
COMPOSITOR = {'WLR_BACKENDS': 'headless', 'WLR_LIBINPUT_NO_DEVICES': '1', 'WLR_RENDERER': 'pixman'}
LINE = re.compile(r'^\[\s*(\d+)\.(\d{3})\]\s+(->)?\s*(\w+)@(\d+)\.(\w+)\((.*)\)')
# libwayland counts microseconds in 32 bits.
ROUND = 1 << 32
# A window that handed over no frame for so long rests, in seconds.
REST = 1.2


def wall_clock():
    return int(time.time() * 1e6) % ROUND


class Session:
    """A sway of its own, in a folder of its own."""

    def __init__(self):
        self.folder = tempfile.mkdtemp(prefix='genu-sway-')
        self.as_user = []
        if os.geteuid() == 0:
            nobody = pwd.getpwnam('nobody')
            os.chown(self.folder, nobody.pw_uid, nobody.pw_gid)
            self.as_user = ['runuser', '-u', 'nobody', '--']
        config = pathlib.Path(self.folder, 'config')
        config.write_text(CONFIG, encoding='ascii')
        config.chmod(0o644)
        self.environment = dict(os.environ, HOME=self.folder, XDG_RUNTIME_DIR=self.folder,
                                XDG_CONFIG_HOME=self.folder, XDG_CACHE_HOME=self.folder,
                                GTK_A11Y='none', GDK_BACKEND='wayland',
                                GSETTINGS_BACKEND='memory', **COMPOSITOR)
        self.environment.pop('DISPLAY', None)
        self.environment.pop('WAYLAND_DISPLAY', None)
        self.sway = self.start(['dbus-run-session', 'sway', '-c', str(config)],
                               stderr=subprocess.DEVNULL, stdout=subprocess.DEVNULL)
        self.environment['WAYLAND_DISPLAY'] = self.find_socket()

    def __enter__(self):
        return self

    def __exit__(self, *_):
        with contextlib.suppress(ProcessLookupError):
            os.killpg(self.sway.pid, signal.SIGTERM)
        self.sway.wait()
        shutil.rmtree(self.folder, ignore_errors=True)

    def start(self, command, **streams):
        return subprocess.Popen([*self.as_user, *command], env=self.environment,
                                start_new_session=True, **streams)

    def find_socket(self):
        for _ in range(100):
            for path in pathlib.Path(self.folder).glob('wayland-*'):
                if path.suffix != '.lock':
                    time.sleep(0.5)
                    return path.name
            time.sleep(0.1)
        raise SystemExit('sway does not start')

    def press(self, key):
        """wtype brings a keyboard of its own, which the program must first hear of; and it must not
        leave before the key arrived."""
        subprocess.run([*self.as_user, 'wtype', '-s', '1500', '-k', key, '-s', '800'],
                       env=self.environment, check=True)


class Window:
    """A started genu, and what it tells the compositor."""

    def __init__(self, session, *arguments):
        self.session = session
        self.log = pathlib.Path(session.folder, f'log-{time.monotonic_ns()}')
        self.surface, self.attached, self.read_to = None, False, 0
        self.surfaces = {}
        self.frames, self.keys = [], []
        session.environment['WAYLAND_DEBUG'] = '1'
        with open(self.log, 'wb') as log:
            self.began = wall_clock()
            self.process = session.start([PROGRAM, *arguments, '--fullscreen'], stderr=log,
                                         stdout=subprocess.DEVNULL)
        del session.environment['WAYLAND_DEBUG']

    def __enter__(self):
        return self

    def __exit__(self, *_):
        with contextlib.suppress(ProcessLookupError):
            os.killpg(self.process.pid, signal.SIGTERM)
        self.process.wait()

    def take(self, when, sent, kind, number, name, arguments):
        if name == 'get_xdg_surface':
            self.surfaces[re.search(r'xdg_surface@(\d+)', arguments).group(1)] = re.search(
                r'wl_surface@(\d+)', arguments).group(1)
        elif name == 'get_toplevel' and self.surface is None:
            self.surface = self.surfaces.get(number)
        elif kind == 'wl_surface' and number == self.surface and sent:
            if name == 'attach' and 'nil' not in arguments:
                self.attached = True
            elif name == 'commit' and self.attached:
                self.frames.append(when)
                self.attached = False
        elif kind == 'wl_keyboard' and name == 'key' and arguments.endswith(', 1'):
            self.keys.append(when)

    def read(self):
        """What was said since the last time."""
        with open(self.log, encoding='utf-8', errors='replace') as log:
            log.seek(self.read_to)
            text = log.read()
        whole = text.rfind('\n') + 1
        self.read_to += len(text[:whole].encode('utf-8', errors='replace'))
        for row in text[:whole].splitlines():
            found = LINE.match(row)
            if found:
                milli, micro, sent, kind, number, name, arguments = found.groups()
                self.take(int(milli) * 1000 + int(micro), sent is not None, kind, number, name,
                          arguments)
        if self.process.poll() is not None:
            raise SystemExit(f'genu ended:\n{text[-2000:]}')

    def rest(self, timeout=30):
        """Waits until no frame has come for a while."""
        end = time.monotonic() + timeout
        while time.monotonic() < end:
            self.read()
            last = self.frames[-1] if self.frames else None
            if last is not None and (wall_clock() - last) % ROUND > REST * 1e6:
                return
            time.sleep(0.1)
        raise SystemExit('the window does not come to rest')

    def frame_after(self, n_keys, patience=3):
        """Seconds from the key after so many to the frame after it; None when there is none."""
        end = time.monotonic() + patience
        while time.monotonic() < end:
            self.read()
            for when in self.keys[n_keys:]:
                gaps = [(frame - when) % ROUND for frame in self.frames]
                gaps = [gap for gap in gaps if gap < ROUND / 2]
                if gaps:
                    return min(gaps) / 1e6
            time.sleep(0.1)
        return None

    def answer(self, key):
        """Seconds from the arrival of a key to the next frame."""
        for _ in range(3):
            self.rest()
            n_keys = len(self.keys)
            self.session.press(key)
            found = self.frame_after(n_keys)
            if found is not None:
                return found
        raise SystemExit(f'three times “{key}” changed nothing')


def measure_start(session, rounds):
    first, last = [], []
    settings = pathlib.Path(session.folder, 'gtk-4.0')
    settings.mkdir(exist_ok=True)
    (settings / 'settings.ini').write_text('[Settings]\ngtk-enable-animations=false\n')
    for _ in range(rounds):
        with Window(session) as window:
            window.rest()
            first.append(((window.frames[0] - window.began) % ROUND) / 1e6)
            last.append(((window.frames[-1] - window.began) % ROUND) / 1e6)
    (settings / 'settings.ini').unlink()
    return {'first': milliseconds(first), 'last': milliseconds(last)}


def measure_keys(session, topic, rounds):
    steps, pages = [], []
    for _ in range(rounds):
        with Window(session, f'--topic={topic}', '--step=1') as window:
            for key in ('Right', 'Right', 'Left', 'Left'):
                steps.append(window.answer(key))
            pages.append(window.answer('Escape'))
    return {'steps': milliseconds(steps), 'pages': milliseconds(pages)}


def measure_frames(session, topic, rounds):
    gaps = []
    for _ in range(rounds):
        with Window(session, f'--topic={topic}', '--step=1') as window:
            window.answer('Right')
            time.sleep(4)
            window.read()
            frames = window.frames
            gaps += [((b - a) % ROUND) / 1e6 for a, b in zip(frames, frames[1:])
                     if ((b - a) % ROUND) / 1e6 < 0.1 and (a - window.keys[0]) % ROUND < ROUND / 2]
    return milliseconds(gaps)


def main():
    parser = argparse.ArgumentParser(description=__doc__.split('\n', 1)[0])
    parser.add_argument('--rounds', type=int, default=3)
    parser.add_argument('--topic', default='differentiate')
    parser.add_argument('--json', action='store_true')
    options = parser.parse_args()
    for tool in ('sway', 'wtype', 'dbus-run-session'):
        if shutil.which(tool) is None:
            raise SystemExit(f'there is no {tool} here')

    with Session() as session:
        result = {'start': measure_start(session, options.rounds),
                  'keys': measure_keys(session, options.topic, options.rounds),
                  'frames': measure_frames(session, options.topic, options.rounds)}
    if options.json:
        json.dump(result, sys.stdout, indent=2)
        print()
        return
    print(f'sway, 1920×1080   [load {os.getloadavg()[0]:.1f} on {os.cpu_count()} processors]')
    print(line('exec to the first frame', result['start']['first']))
    print(line('exec to the last before rest', result['start']['last']))
    print(line('key to the next frame', result['keys']['steps'], TARGETS['tap']))
    print(line('key to another page', result['keys']['pages'], TARGETS['page']))
    print(line('interval of frames', result['frames'], f'{TARGETS["frame"]} at 95 %'))


if __name__ == '__main__':
    main()
