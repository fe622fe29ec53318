#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Write one content pack, in one language or only its drawings.

  build-pack.py [--depfile FILE] SOURCE OUTPUT LANG [PO ITS...]
  build-pack.py [--depfile FILE] --diagrams SOURCE OUTPUT

SOURCE holds pack.xml, topics/ and diagrams/.  Without PO the words are copied as they are (the
source language); with it they go through itstool.  Drawings have no words and are written once, for
all languages.  A language that does not translate every message of the present source is an error:
a patient must never meet a page in two languages.
"""
import argparse
import pathlib
import shutil
import subprocess
import sys
import tempfile


def words(source):
    """The files with words, pack.xml first."""
    return [source / 'pack.xml', *sorted((source / 'topics').glob('*.xml'))]


def its_arguments(rules):
    return [argument for rule in rules for argument in ('-i', rule)]


def check_complete(po, source, rules, folder):
    """msgcmp wants every message of the source translated, and none of them fuzzy."""
    template = folder / 'pack.pot'
    subprocess.run(['itstool', '-n', *its_arguments(rules), '-o', template, *words(source)],
                   check=True)
    compared = subprocess.run(['msgcmp', po, template], stderr=subprocess.PIPE, text=True,
                              check=False)
    if compared.returncode != 0:
        sys.exit(f'{compared.stderr}{po}: the translation is not complete')


def translate(po, source, output, lang, rules):
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        check_complete(po, source, rules, folder)
        subprocess.run(['msgfmt', '--check', '-o', folder / 'pack.mo', po], check=True)
        for path in words(source):
            target = output / path.relative_to(source).parent
            subprocess.run(['itstool', '-n', '-s', *its_arguments(rules), '-l', lang,
                            '-m', folder / 'pack.mo', '-o', target, path], check=True)


def copy(paths, source, output):
    for path in paths:
        target = output / path.relative_to(source)
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(path, target)


def write_depfile(depfile, output, inputs):
    """The folders are listed too, so that a new file is noticed."""
    escaped = (str(path).replace(' ', '\\ ') for path in inputs)
    pathlib.Path(depfile).write_text(f'{output}: {" ".join(escaped)}\n', encoding='utf-8')


def main():
    parser = argparse.ArgumentParser(description='Write one content pack.')
    parser.add_argument('--depfile')
    parser.add_argument('--diagrams', action='store_true')
    parser.add_argument('source', type=pathlib.Path)
    parser.add_argument('output', type=pathlib.Path)
    parser.add_argument('lang', nargs='?')
    parser.add_argument('po', nargs='?')
    parser.add_argument('its', nargs='*')
    arguments = parser.parse_args()
    source, output = arguments.source, arguments.output

    shutil.rmtree(output, ignore_errors=True)
    output.mkdir(parents=True)
    if arguments.diagrams:
        folder = source / 'diagrams'
        inputs = sorted(folder.glob('*.svg'))
        copy(inputs, folder, output)
    else:
        folder = source / 'topics'
        inputs = words(source)
        (output / 'topics').mkdir()
        if arguments.po:
            translate(arguments.po, source, output, arguments.lang, arguments.its)
        else:
            copy(inputs, source, output)
    if arguments.depfile:
        write_depfile(arguments.depfile, output, [folder, *inputs])


if __name__ == '__main__':
    main()
