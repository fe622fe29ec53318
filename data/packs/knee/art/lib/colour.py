# SPDX-License-Identifier: GPL-3.0-or-later
"""Colours and tone ramps.

A material is a *ramp*: a function from tone (0 dark .. 1 light) to a colour. Ramps are
interpolated in OKLab, where equal steps look equal and a shadow may lean to another hue
without passing through grey.
"""

import numpy as np

_LMS = np.array([[.4122214708, .5363325363, .0514459929],
                 [.2119034982, .6806995451, .1073969566],
                 [.0883024619, .2817188376, .6299787005]])
_LAB = np.array([[.2104542553, .7936177850, -.0040720468],
                 [1.9779984951, -2.4285922050, .4505937099],
                 [.0259040371, .7827717662, -.8086757660]])


def to_lab(colour):
    """#rrggbb -> OKLab."""
    digits = colour.lstrip('#')
    srgb = np.array([int(digits[i:i + 2], 16) for i in (0, 2, 4)]) / 255
    linear = np.where(srgb <= .04045, srgb / 12.92, ((srgb + .055) / 1.055) ** 2.4)
    return _LAB @ np.cbrt(_LMS @ linear)


def from_lab(lab):
    """OKLab -> #rrggbb, clipped to what a screen can show."""
    linear = np.linalg.inv(_LMS) @ ((np.linalg.inv(_LAB) @ lab) ** 3)
    curve = 1.055 * np.clip(linear, 0, None) ** (1 / 2.4) - .055
    srgb = np.where(linear <= .0031308, linear * 12.92, curve)
    return '#%02x%02x%02x' % tuple(int(round(255 * min(1, max(0, v)))) for v in srgb)


def mix(first, second, share):
    """The colour that lies `share` (0..1) of the way from first to second."""
    return from_lab(to_lab(first) * (1 - share) + to_lab(second) * share)


def ramp(*stops):
    """stops (tone, colour) in rising order -> function from tone to colour."""
    tones = [tone for tone, _ in stops]
    labs = np.array([to_lab(colour) for _, colour in stops])
    return lambda tone: from_lab(np.array([np.interp(tone, tones, labs[:, k]) for k in range(3)]))


def even_ramp(*colours):
    """A ramp whose colours stand at equal distances."""
    return ramp(*[(i / (len(colours) - 1), colour) for i, colour in enumerate(colours)])


def cell_ramp(dark, middle, light):
    """The ramp of a translucent cell: deep at the rim, nearly white where the light falls."""
    deepest = from_lab(to_lab(dark) * np.array([.72, 1, 1]))
    return ramp((0, deepest), (.25, dark), (.55, middle), (.8, light),
                (1, mix('#ffffff', light, .35)))


# Materials of the knee.
CARTILAGE = even_ramp('#2d5068', '#55829f', '#86b1cb', '#b1d2e4', '#d5e9f4', '#f8fdff')
MENISCUS = even_ramp('#22384f', '#39597a', '#5580a5', '#7ba5c6', '#a9c8de', '#e2eff7')
TENDON = even_ramp('#655a52', '#8f8379', '#b8ada2', '#d8cfc5', '#eee9e2', '#fffdfa')
MUSCLE = even_ramp('#4e1517', '#842c2c', '#b34c46', '#cf756a', '#eab0a2')
FAT = even_ramp('#8a5a1c', '#c18a34', '#e3b357', '#f4d383', '#fff1c4')
FLUID = ramp((0, '#16314a'), (.4, '#245276'), (.7, '#39759c'), (1, '#7fb6d4'))
LINING = even_ramp('#7d3f48', '#a8626a', '#cf8f93', '#eec3c0', '#f9e2de')

# Materials of the cell scenes.
BONE_MATRIX = ramp((0, '#5a4638'), (.2, '#8b7058'), (.42, '#c0a47c'), (.6, '#dcc7a0'),
                   (.8, '#efe2c6'), (1, '#fffaf0'))
NEW_BONE = ramp((0, '#6a5444'), (.2, '#a08468'), (.42, '#d6b98a'), (.6, '#efd9ac'),
                (.8, '#faecc9'), (1, '#fffaea'))
OSTEOID = ramp((0, '#8a4640'), (.25, '#b86a62'), (.5, '#e9a9a0'), (.75, '#f6cdc3'), (1, '#fdeae4'))
STEM = cell_ramp('#0a4f70', '#1f8fb6', '#9fdbe8')
STEM_NUCLEUS = cell_ramp('#0f2f52', '#2a5c8c', '#86b1d6')
OSTEOBLAST = cell_ramp('#9c520f', '#f09a3e', '#fdd89b')
OSTEOBLAST_NUCLEUS = cell_ramp('#74401c', '#b87439', '#e6b986')
TURNING = cell_ramp('#7c6a4c', '#c4b489', '#ece2c2')
OSTEOCYTE = cell_ramp('#7c5228', '#d8a871', '#f0cf9f')
VESSEL_WALL = cell_ramp('#8e3b4e', '#d0808c', '#f3c3c4')
VESSEL_NUCLEUS = cell_ramp('#5d2038', '#934a63', '#cf93a3')
LUMEN = ramp((0, '#7e2b33'), (.3, '#a9494c'), (.55, '#d98480'), (.8, '#f5c4b8'), (1, '#fff0ea'))
