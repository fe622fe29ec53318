# SPDX-License-Identifier: GPL-3.0-or-later
"""Programs that show a drawing on screens of their own, and what that costs: for measurements."""
import os
import pathlib
import subprocess
import time
import zlib

import processes
from desktop import wait_for
from xeye import paint_ground

WIDTH, HEIGHT = 1920, 1080
# So much of the screen must be as it will stay for the picture to be whole.
WHOLE = 0.999
CHROMIUM = ['chromium', '--kiosk', '--no-sandbox', '--disable-gpu', '--disable-quic',
            '--no-first-run', '--disable-background-networking', '--disable-component-update',
            '--disable-sync', '--disable-extensions', '--disable-default-apps',
            '--disable-features=Translate', '--password-store=basic',
            f'--window-size={WIDTH},{HEIGHT}', '--window-position=0,0']


class Player:
    """A program that shows the drawing on a screen of its own."""

    def __init__(self, desktop, name, height, command, environment=None):
        self.desktop, self.name, self.command = desktop, name, command
        self.screen = desktop.screen(WIDTH, height)
        paint_ground(self.screen)
        self.environment = dict(self.screen.environment, **(environment or {}))
        self.process, self.start_cpu = None, 0

    def start(self):
        log = open(os.path.join(self.desktop.folder, f'{self.name}.log'), 'ab')
        self.process = self.desktop.start(self.command, self.environment, stdout=log, stderr=log)
        log.close()
        return time.monotonic()

    def stop(self):
        for pid in reversed(processes.tree(self.process.pid)):
            try:
                os.kill(pid, 15)
            except OSError:
                pass
        try:
            self.process.wait(10)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()
        time.sleep(0.5)

    def pids(self):
        return [*processes.tree(self.process.pid), self.screen.process.pid]

    def fingerprint(self):
        """Of some rows of the screen: what moves is in one of them."""
        return zlib.crc32(self.screen.picture(every=40).tobytes())

    def count_frames(self, seconds):
        """How often the screen was seen to change."""
        frames, last = 0, None
        begin = time.monotonic()
        due = begin
        while (now := time.monotonic()) < begin + seconds:
            seen = self.fingerprint()
            frames += seen != last
            last = seen
            due = max(due + 0.008, now)
            time.sleep(max(0, due - time.monotonic()))
        return frames / (time.monotonic() - begin)

    def play(self, seconds):
        self.start()
        time.sleep(6)
        if self.process.poll() is not None:
            raise SystemExit(f'{self.name} ended: see {self.desktop.folder}')
        before, begin = processes.cpu_seconds(self.pids()), time.monotonic()
        rate = self.count_frames(seconds)
        spent = processes.cpu_seconds(self.pids()) - before
        elapsed = time.monotonic() - begin
        memory = processes.proportional_memory(processes.tree(self.process.pid))
        self.stop()
        return {'rate': rate, 'cpu': spent / max(1, rate * elapsed) * 1000,
                'memory': memory / 2 ** 20}

    def time_to_picture(self):
        """Seconds from exec until the picture is whole; what it will be is learned first.  CPU time
        of all processes until then is kept in start_cpu."""
        ground = self.screen.picture(every=8)
        self.start()
        wait_for(lambda: (self.screen.picture(every=8) != ground).mean() > 0.5,
                 f'{self.name} to show anything', 60)
        time.sleep(2)
        final = self.screen.still_picture(quiet=3, timeout=60)
        self.stop()
        sample = final[::8]

        def is_whole():
            same = (self.screen.picture(every=8) == sample).all(axis=2).mean()
            return same > WHOLE
        wait_for(lambda: not is_whole(), 'the picture to go', 10)
        begin = self.start()
        wait_for(is_whole, f'{self.name} to show the whole picture', 60, 0.005)
        elapsed = time.monotonic() - begin
        self.start_cpu = processes.fine_cpu_seconds(processes.tree(self.process.pid))
        self.stop()
        return elapsed


def new_chromium(desktop, file):
    """Chromium in a kiosk window with a page or a drawing; its profile is kept by the desktop."""
    profile = pathlib.Path(desktop.folder, 'profile')
    return Player(desktop, 'chromium', HEIGHT,
                  [*CHROMIUM, f'--user-data-dir={profile}', file.as_uri()], {'GTK_A11Y': 'none'})
