#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Proves that an upward #include does not compile, and that a downward one does.

  test-layers.py BUILD_DIR SOURCE_ROOT

For each layer, the command that compiles one of its files (from compile_commands.json) is run on a
one-line program that includes a header of every other layer.
"""
import json
import pathlib
import re
import shlex
import subprocess
import sys

# What each layer may include, all of it spelled out: the table of ARCHITECTURE.md.
BELOW = {
    'base': set(),
    'svg': {'base'},
    'content': {'base', 'svg'},
    'smil': {'base', 'svg'},
    'scene': {'base', 'svg', 'smil'},
    'labels': {'base'},
    'render': {'base', 'svg', 'smil', 'scene'},
    'stage': {'base', 'svg', 'smil', 'scene', 'content', 'labels', 'render'},
}
BELOW['export'] = BELOW['stage'] | {'stage'}
BELOW['widgets'] = BELOW['stage'] | {'stage'}
BELOW['pages'] = BELOW['widgets'] | {'widgets'}
BELOW['modes'] = BELOW['pages'] | {'pages', 'export'}
NO_WIDGETS = ('base', 'svg', 'content', 'smil', 'scene', 'labels', 'render', 'stage', 'export')


def compile_commands(build):
    """One command for each layer, without its output and input: of a part of the layer that may
    use less than the rest, there is a shorter one."""
    commands = {}
    entries = json.loads((build / 'compile_commands.json').read_text(encoding='utf-8'))
    for entry in sorted(entries, key=lambda entry: -entry['command'].count(' -I')):
        found = re.search(r'src/(\w+)/genu-[\w-]+\.c$', entry['file'])
        if found and found.group(1) not in commands:
            words = shlex.split(entry['command'])
            words = [w for w in words if w not in ('-c', entry['file']) and 'Werror' not in w]
            at = words.index('-o')
            del words[at:at + 2]
            commands[found.group(1)] = [w for w in words if not w.startswith('-M')]
            if '-MF' in shlex.split(entry['command']):
                commands[found.group(1)] = drop_dependency_options(words)
    return commands


def drop_dependency_options(words):
    kept, skip = [], False
    for word in words:
        if skip:
            skip = False
        elif word in ('-MF', '-MQ', '-MT'):
            skip = True
        elif word != '-MD':
            kept.append(word)
    return kept


def compiles(command, build, header):
    run = subprocess.run([*command, '-fsyntax-only', '-w', '-x', 'c', '-'], cwd=build, text=True,
                         input=f'#include "{header}"\n', capture_output=True, check=False)
    return run.returncode == 0


def header_of(root, layer):
    return next(iter(sorted(p.name for p in (root / 'src' / layer).glob('genu-*.h'))), None)


def main():
    build, root = pathlib.Path(sys.argv[1]), pathlib.Path(sys.argv[2])
    commands = compile_commands(build)
    faults = checked = 0
    for layer, below in BELOW.items():
        for other in BELOW:
            header = header_of(root, other)
            if other == layer or header is None or layer not in commands:
                continue
            wanted = other in below
            checked += 1
            if compiles(commands[layer], build, header) != wanted:
                print(f'{layer} {"cannot" if wanted else "can"} include {other}/{header}')
                faults += 1
    for layer in NO_WIDGETS:
        for path in (root / 'src' / layer).glob('*.[ch]'):
            if re.search(r'#include <(gtk/gtk|adwaita)\.h>', path.read_text(encoding='utf-8')):
                print(f'{path.relative_to(root)}: includes a widget toolkit')
                faults += 1
    print(f'{checked} pairs of layers, {faults} faults')
    return 1 if faults or checked < 100 else 0


if __name__ == '__main__':
    sys.exit(main())
