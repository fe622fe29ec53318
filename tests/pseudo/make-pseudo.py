#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Two made-up languages, for tests and for the eye; nobody speaks them and nothing installs them.

  make-pseudo.py [--depfile FILE] SOURCE_ROOT OUTPUT

en-XA   English with accents, in brackets, made 40 % longer: what is cut off, what does not give way
        and what was never meant to be translated is seen at once.
ar-XB   Arabic letters in place of the English ones, so that shaping and the bidirectional algorithm
        have real work; numbers, units and abbreviations stay as they are, as in real texts.

OUTPUT/packs/knee/{en,en-XA,ar-XB,diagrams} is a whole pack, written by the build's own script.
OUTPUT/locale/{en_XA,ar_XB}/LC_MESSAGES/genu.mo has the program's own words.  To run all of it:

  GENU_LOCALE_DIR=OUTPUT/locale LANGUAGE=ar_XB genu --pack=OUTPUT/packs/knee --lang=ar-XB
"""
import argparse
import concurrent.futures
import pathlib
import re
import shutil
import subprocess
import sys

LONGER = 1.4  # of the letters that are read
ACCENTED = str.maketrans('AaBbCcDdEeGgHhIiJjKkLlNnOoRrSsTtUuWwYyZz',
                         'ÅåƁƀÇçÐđÉéĜĝĤĥÎîĴĵĶķĻļÑñÖöŔŕŠšŢţÛûŴŵÝýŽž')
PADDING = ('öñé', 'ţŵö', 'ţĥŕéé', 'ƒöûŕ', 'ƒîvé', 'šîx', 'šévéñ', 'éîĝĥţ', 'ñîñé', 'ţéñ')
ARABIC = dict(zip('abcdefghijklmnopqrstuvwxyz', 'ابثدهفغحيجكلمنوبقرستعڤوخيز'))
ARABIC_MARKS = {',': '،', ';': '؛', '?': '؟'}

# What must stay: markup, entities, what printf fills in.
KEPT = re.compile(r'(<[^>]*>|&\w+;|%(?:\d+\$)?[-+ #0\']*\d*(?:\.\d+)?(?:ll|l|h|z)?[a-zA-Z%]|\n)')
# Also in ar-XB: numbers, units, abbreviations, addresses.
LATIN = re.compile(r'(\b(?:[A-Z]{2,}\w*|[kmµn]?m|mg|ml|nm|\w*\d\w*)\b|https?://\S+)')


def lengthen(text):
    """The words after @text that make it LONGER."""
    missing = len(KEPT.sub('', text)) * (LONGER - 1) - 2
    words, number = [], 0
    while missing > 0:
        words.append(PADDING[number % len(PADDING)][:max(2, round(missing) - 1)])
        missing -= len(words[-1]) + 1
        number += 1
    return ''.join(' ' + word for word in words)


def accent(text):
    parts = KEPT.split(text)
    for index in range(0, len(parts), 2):
        parts[index] = parts[index].translate(ACCENTED)
    return '[' + ''.join(parts) + lengthen(text) + ']'


def to_arabic(text):
    parts = KEPT.split(text)
    for index in range(0, len(parts), 2):
        pieces = LATIN.split(parts[index])
        for at in range(0, len(pieces), 2):
            pieces[at] = ''.join(ARABIC.get(c.lower(), ARABIC_MARKS.get(c, c)) for c in pieces[at])
        parts[index] = ''.join(pieces)
    return ''.join(parts)


LANGUAGES = {'en-XA': accent, 'ar-XB': to_arabic}


def run(*command, **options):
    subprocess.run([str(part) for part in command], check=True, **options)


def unquote(lines):
    """The string that the quoted lines of a .po file spell."""
    text = ''.join(re.match(r'[^"]*"(.*)"$', line).group(1) for line in lines)
    return re.sub(r'\\(.)', lambda match: {'n': '\n', 't': '\t'}.get(match[1], match[1]), text)


def quote(text):
    text = text.replace('\\', '\\\\').replace('"', '\\"')
    return '"' + text.replace('\n', '\\n').replace('\t', '\\t') + '"'


def translate_entry(entry, function):
    """One entry of a template, translated; its plural forms alike."""
    out, lines, source = [], entry.splitlines(), {}
    keyword = None
    for line in lines:
        match = re.match(r'(msgid|msgid_plural|msgctxt|msgstr(?:\[\d\])?) "', line)
        keyword = match[1] if match else keyword
        if line.startswith('#') or keyword is None:
            out.append(line)
        elif keyword.startswith('msgstr'):
            pass
        else:
            source.setdefault(keyword, []).append(line)
            out.append(line)
    text = function(unquote(source['msgid']))
    if 'msgid_plural' in source:
        plural = function(unquote(source['msgid_plural']))
        out += [f'msgstr[0] {quote(text)}', f'msgstr[1] {quote(plural)}']
    else:
        out.append(f'msgstr {quote(text)}')
    return '\n'.join(out)


def write_po(template, po, lang, function):
    _, *entries = template.read_text(encoding='utf-8').strip().split('\n\n')
    fields = {
        'Project-Id-Version': 'genu', 'PO-Revision-Date': '2026-01-01 00:00+0000',
        'Last-Translator': 'make-pseudo.py', 'Language-Team': 'none',
        'Language': lang.replace('-', '_'), 'MIME-Version': '1.0',
        'Content-Type': 'text/plain; charset=UTF-8', 'Content-Transfer-Encoding': '8bit',
        'Plural-Forms': 'nplurals=2; plural=n != 1;',
    }
    header = 'msgid ""\nmsgstr ' + quote(''.join(f'{name}: {text}\n' for name, text in
                                                fields.items()))
    translated = [translate_entry(re.sub(r'(?m)^#, fuzzy\n', '', entry), function)
                  for entry in entries if not entry.startswith('#~')]
    po.write_text('\n\n'.join([header, *translated]) + '\n', encoding='utf-8')


def make_interface(root, folder):
    """The program's own words."""
    names = [line for line in (root / 'po/POTFILES.in').read_text(encoding='utf-8').splitlines()
             if line.endswith(('.c', '.ui'))]
    template = folder / 'po' / 'genu.pot'
    run('xgettext', '--from-code=UTF-8', '-D', root, '-o', template, '--keyword=_', '--keyword=N_',
        '--keyword=C_:1c,2', '--keyword=NC_:1c,2', '--keyword=g_dngettext:2,3', *names)
    for lang, function in LANGUAGES.items():
        po = folder / 'po' / f'genu-{lang}.po'
        target = folder / 'locale' / lang.replace('-', '_') / 'LC_MESSAGES'
        target.mkdir(parents=True, exist_ok=True)
        write_po(template, po, lang, function)
        run('msgfmt', '--check-format', '-o', target / 'genu.mo', po)
    return [root / name for name in names]


def make_pack(root, folder):
    source, target = root / 'data/packs/knee', folder / 'packs/knee'
    rules = [root / 'data/its/pack.its', root / 'data/its/topic.its']
    words = [source / 'pack.xml', *sorted((source / 'topics').glob('*.xml'))]
    template, build = folder / 'po' / 'knee.pot', root / 'data/packs/build-pack.py'
    run('itstool', '-n', '-i', rules[0], '-i', rules[1], '-o', template, *words)

    jobs = [('--diagrams', source, target / 'diagrams'), (source, target / 'en', 'en')]
    for lang, function in LANGUAGES.items():
        po = folder / 'po' / f'knee-{lang}.po'
        write_po(template, po, lang, function)
        jobs.append((source, target / lang, lang, po, *rules))
    with concurrent.futures.ThreadPoolExecutor(2) as pool:
        list(pool.map(lambda job: run(sys.executable, build, *job), jobs))
    return [source / 'topics', source / 'diagrams', *words, *(source / 'diagrams').glob('*.svg'),
            *rules, build]


def main():
    parser = argparse.ArgumentParser(description='Write two made-up languages.')
    parser.add_argument('--depfile', type=pathlib.Path)
    parser.add_argument('root', type=pathlib.Path)
    parser.add_argument('output', type=pathlib.Path)
    arguments = parser.parse_args()

    shutil.rmtree(arguments.output, ignore_errors=True)
    (arguments.output / 'po').mkdir(parents=True)
    inputs = make_interface(arguments.root, arguments.output)
    inputs += make_pack(arguments.root, arguments.output)
    if arguments.depfile:
        escaped = (str(path).replace(' ', '\\ ') for path in inputs)
        arguments.depfile.write_text(f'{arguments.output}: {" ".join(escaped)}\n', encoding='utf-8')


if __name__ == '__main__':
    main()
