#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Makes the drawings that `genu-tool bench` is measured on.

    make-scenes.py --paths=800 --moving=20 --blurs=3 OUT.svg
    make-scenes.py --all FOLDER

A scene holds so many paths of twelve cubics in groups with gradients, three large blurs, two clips,
25 texts, and so many parts that never stop: of 20, fifteen are moved, turned, scaled or faded and
five are repainted.  The moving parts lie evenly among the still ones in painting order, which is
the hard case: everything between two of them is a layer.  The same arguments give the same file.
"""

import argparse
import math
import pathlib
import random

WIDTH, HEIGHT = 1920, 1080

# Name: paths, moving, blurs.
SCENES = {
    "heavy": (800, 20, 3),
    "light": (800, 6, 3),
    "plain": (800, 20, 0),
    "small": (200, 20, 0),
    "large": (3200, 20, 0),
    "tiny": (40, 20, 1),
}


def blob(rng, x, y, size, n=12):
    """A closed path of n cubics round (x, y)."""
    radii = [size * rng.uniform(.7, 1.3) for _ in range(n)]
    points = [(x + r * math.cos(2 * math.pi * i / n), y + r * math.sin(2 * math.pi * i / n))
              for i, r in enumerate(radii)]
    text = f"M{points[0][0]:.2f} {points[0][1]:.2f}"
    for i in range(n):
        (x0, y0), (x1, y1) = points[i], points[(i + 1) % n]
        k = size * .18
        a0, a1 = 2 * math.pi * i / n + math.pi / 2, 2 * math.pi * (i + 1) / n + math.pi / 2
        text += (f"C{x0 + k * math.cos(a0):.2f} {y0 + k * math.sin(a0):.2f} "
                 f"{x1 - k * math.cos(a1):.2f} {y1 - k * math.sin(a1):.2f} {x1:.2f} {y1:.2f}")
    return text + "z"


def colour(rng):
    return f"#{rng.randrange(0x40, 0xf0):02x}{rng.randrange(0x40, 0xf0):02x}{rng.randrange(0x40, 0xf0):02x}"


def still(rng, index):
    x, y, size = rng.uniform(0, WIDTH), rng.uniform(0, HEIGHT), rng.uniform(15, 60)
    fill = f"url(#g{index % 8})" if index % 3 == 0 else colour(rng)
    clip = f' clip-path="url(#c{index % 2})"' if index % 97 == 0 else ""
    return (f'<path d="{blob(rng, x, y, size)}" fill="{fill}" stroke="{colour(rng)}" '
            f'stroke-width="{rng.uniform(.5, 2):.1f}"{clip}/>')


def moving(rng, index):
    """Every fourth is repainted, the others composed."""
    x, y = rng.uniform(200, WIDTH - 200), rng.uniform(150, HEIGHT - 150)
    size = rng.uniform(40, 90)
    shape = f'<path d="{blob(rng, x, y, size)}" fill="{colour(rng)}" stroke="#333" stroke-width="2"'
    dur = f'dur="{rng.uniform(1.5, 4):.2f}s" repeatCount="indefinite"'
    kind = index % 4
    if kind == 3:
        other = colour(rng)
        return (f'{shape}><animate attributeName="{["fill", "d"][index // 4 % 2]}" '
                + (f'values="#204060;{other};#204060"' if index // 4 % 2 == 0 else
                   f'values="{blob(rng, x, y, size)};{blob(rng, x, y, size)}"')
                + f' {dur}/></path>')
    if kind == 0:
        effect = (f'<animateTransform attributeName="transform" type="translate" '
                  f'values="0 0;{rng.uniform(-90, 90):.1f} {rng.uniform(-60, 60):.1f};0 0" {dur}/>')
    elif kind == 1:
        effect = f'<animate attributeName="opacity" values="1;.2;1" {dur}/>'
    else:
        effect = (f'<animateTransform attributeName="transform" type="rotate" '
                  f'values="0 {x:.0f} {y:.0f};360 {x:.0f} {y:.0f}" {dur}/>')
    return f'<g>{shape}/>{effect}</g>'


def definitions(rng):
    lines = ["<defs>"]
    for i in range(8):
        kind = "linear" if i % 2 else "radial"
        lines.append(f'<{kind}Gradient id="g{i}"><stop offset="0" stop-color="{colour(rng)}"/>'
                     f'<stop offset="1" stop-color="{colour(rng)}"/></{kind}Gradient>')
    for i in range(2):
        lines.append(f'<clipPath id="c{i}"><circle cx="{600 + 700 * i}" cy="540" r="400"/></clipPath>')
    lines.append('<filter id="blur" x="-20%" y="-20%" width="140%" height="140%">'
                 '<feGaussianBlur stdDeviation="12"/></filter>')
    lines.append("</defs>")
    return lines


def scene(paths, n_moving, blurs):
    rng = random.Random(20)
    lines = [f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {HEIGHT}">']
    lines += definitions(rng)
    lines.append(f'<rect width="{WIDTH}" height="{HEIGHT}" fill="#f4ede2"/>')
    for i in range(blurs):
        lines.append(f'<ellipse cx="{400 + 500 * i}" cy="{300 + 200 * i}" rx="260" ry="160" '
                     f'fill="{colour(rng)}" filter="url(#blur)"/>')
    # What moves is the same whatever the number of still paths.
    movers = random.Random(7)
    parts = [moving(movers, i) for i in range(n_moving)]
    for i in range(paths):
        if i * n_moving % paths < n_moving and i * n_moving // paths < n_moving:
            lines.append(parts[i * n_moving // paths])
        lines.append(still(rng, i))
        if i % max(1, paths // 25) == 0:
            lines.append(f'<text x="{rng.uniform(0, 1800):.0f}" y="{rng.uniform(20, 1060):.0f}" '
                         f'font-size="22" fill="#222">part {i}</text>')
    lines.append("</svg>")
    return "\n".join(lines) + "\n"


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--paths", type=int, default=800)
    parser.add_argument("--moving", type=int, default=20)
    parser.add_argument("--blurs", type=int, default=3)
    parser.add_argument("--all", action="store_true", help="every scene that has a name")
    parser.add_argument("output", type=pathlib.Path)
    options = parser.parse_args()
    if not options.all:
        options.output.write_text(scene(options.paths, options.moving, options.blurs))
        return
    options.output.mkdir(parents=True, exist_ok=True)
    for name, (paths, n_moving, blurs) in SCENES.items():
        (options.output / f"{name}.svg").write_text(scene(paths, n_moving, blurs))


if __name__ == "__main__":
    main()
