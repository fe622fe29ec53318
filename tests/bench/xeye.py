# SPDX-License-Identifier: GPL-3.0-or-later
"""A pointer, and an eye that sees when something is drawn, on an X screen of a test.

Taps go through XTest.  The server itself tells of all that is drawn (the Damage extension), so that
nobody has to look at the whole screen again and again: only what was drawn is compared with what was
there before.
"""
import ctypes
import mmap
import select
import struct
import time

import numpy

RAW_RECTANGLES = 0


class Rectangle(ctypes.Structure):
    _fields_ = [('x', ctypes.c_short), ('y', ctypes.c_short), ('width', ctypes.c_ushort),
                ('height', ctypes.c_ushort)]


class DamageEvent(ctypes.Structure):
    _fields_ = [('type', ctypes.c_int), ('serial', ctypes.c_ulong), ('send_event', ctypes.c_int),
                ('display', ctypes.c_void_p), ('drawable', ctypes.c_ulong),
                ('damage', ctypes.c_ulong), ('level', ctypes.c_int), ('more', ctypes.c_int),
                ('timestamp', ctypes.c_ulong), ('area', Rectangle), ('geometry', Rectangle)]


class Event(ctypes.Union):
    _fields_ = [('type', ctypes.c_int), ('damage', DamageEvent), ('pad', ctypes.c_long * 24)]


def load(name, *functions):
    library = ctypes.CDLL(name)
    for function, result, arguments in functions:
        getattr(library, function).restype = result
        getattr(library, function).argtypes = arguments
    return library


POINTER, LONG, INT = ctypes.c_void_p, ctypes.c_ulong, ctypes.c_int
X11 = load('libX11.so.6', ('XOpenDisplay', POINTER, [ctypes.c_char_p]),
           ('XDefaultRootWindow', LONG, [POINTER]), ('XConnectionNumber', INT, [POINTER]),
           ('XPending', INT, [POINTER]), ('XNextEvent', INT, [POINTER, POINTER]),
           ('XFlush', INT, [POINTER]), ('XSync', INT, [POINTER, INT]),
           ('XSetWindowBackground', INT, [POINTER, LONG, LONG]),
           ('XClearWindow', INT, [POINTER, LONG]), ('XCloseDisplay', INT, [POINTER]))
XTST = load('libXtst.so.6', ('XTestFakeMotionEvent', INT, [POINTER, INT, INT, INT, LONG]),
            ('XTestFakeButtonEvent', INT, [POINTER, ctypes.c_uint, INT, LONG]))
DAMAGE = load('libXdamage.so.1', ('XDamageQueryExtension', INT, [POINTER, POINTER, POINTER]),
              ('XDamageCreate', LONG, [POINTER, LONG, INT]))


def paint_ground(screen):
    """Gives the screen a colour of its own: else the picture of a window that has gone stays."""
    display = X11.XOpenDisplay(screen.display.encode())
    root = X11.XDefaultRootWindow(display)
    X11.XSetWindowBackground(display, root, 0x2A7F62)
    X11.XClearWindow(display, root)
    X11.XSync(display, 0)
    X11.XCloseDisplay(display)


class Eye:
    """Use it in a with statement."""

    def __init__(self, screen):
        self.screen = screen
        self.display = X11.XOpenDisplay(screen.display.encode())
        if not self.display:
            raise OSError(f'no display {screen.display}')
        base, errors = INT(), INT()
        if not DAMAGE.XDamageQueryExtension(self.display, ctypes.byref(base), ctypes.byref(errors)):
            raise OSError('the X server does not tell what was drawn')
        self.event_type = base.value
        DAMAGE.XDamageCreate(self.display, X11.XDefaultRootWindow(self.display), RAW_RECTANGLES)
        X11.XSync(self.display, 0)
        self.socket = X11.XConnectionNumber(self.display)
        self.pixels = self.map_pixels()
        self.before = None

    def __enter__(self):
        return self

    def __exit__(self, *_):
        X11.XCloseDisplay(self.display)

    def map_pixels(self):
        """The frame buffer as it is at any time, height × width, one word a pixel."""
        with open(self.screen.picture_file, 'rb') as file:
            data = mmap.mmap(file.fileno(), 0, prot=mmap.PROT_READ)
        words = struct.unpack('>25I', data[:100])
        start, stride = words[0] + 12 * words[19], words[12]
        every = numpy.frombuffer(data, numpy.uint8)[start:start + stride * self.screen.height]
        return every.view(numpy.uint32).reshape(self.screen.height, stride // 4)

    def drawn(self, timeout):
        """What was drawn since: (seconds, rectangle) each; waits for the first."""
        if not X11.XPending(self.display) and not select.select([self.socket], [], [], timeout)[0]:
            return []
        now, found, event = time.monotonic(), [], Event()
        while X11.XPending(self.display):
            X11.XNextEvent(self.display, ctypes.byref(event))
            if event.type == self.event_type:
                area = event.damage.area
                found.append((now, (area.x, area.y, area.x + area.width, area.y + area.height)))
        return found

    def rest(self, quiet=0.7, timeout=25):
        """Until nothing was drawn for some time, and remembers what is seen then."""
        end = time.monotonic() + timeout
        while self.drawn(quiet) and time.monotonic() < end:
            pass
        self.before = self.pixels.copy()

    def move(self, x, y):
        XTST.XTestFakeMotionEvent(self.display, -1, int(x), int(y), 0)
        X11.XFlush(self.display)

    def tap(self):
        """Presses and releases at once; the time of it."""
        now = time.monotonic()
        XTST.XTestFakeButtonEvent(self.display, 1, 1, 0)
        XTST.XTestFakeButtonEvent(self.display, 1, 0, 0)
        X11.XFlush(self.display)
        return now

    def changed(self, rectangle, but=None):
        """Whether something in the rectangle is other than it was, outside the rectangle `but`."""
        x1, y1, x2, y2 = (max(0, value) for value in rectangle)
        differs = self.pixels[y1:y2, x1:x2] != self.before[y1:y2, x1:x2]
        if but is not None:
            differs[max(0, but[1] - y1):max(0, but[3] - y1),
                    max(0, but[0] - x1):max(0, but[2] - x1)] = False
        return bool(differs.any())

    def answer(self, since, own, timeout=3):
        """Seconds from `since` to the first changed frame, and to the first that changed something
        outside the rectangle `own`, which is the button that was tapped."""
        first = None
        while time.monotonic() < since + timeout:
            for when, area in self.drawn(0.2):
                if first is None and self.changed(area):
                    first = when - since
                if first is not None and self.changed(area, own):
                    return first, when - since
        return first, None
