#!/usr/bin/env python3
"""Writes a workspace of many small modules, about 2 KB each: what `check` is measured on.

    generate_library.py FOLDER [--modules 10000] [--seed 1]

The same arguments write the same bytes. Every module is sound; each requires one to three earlier ones, through
alternatives and counts, so that the rules on the graph have work to do.
"""

import argparse
import random
from pathlib import Path

PROGRAMME = """<?xml version="1.0" encoding="UTF-8"?>
<programme xmlns="urn:passerelle:1" id="large" xml:lang="fr">
  <title>Grande bibliothèque</title><title xml:lang="en">Large library</title>
  <languages default="fr" fallback="fr en"/>
  <issuer name="Acme" url="https://acme.example"/>
  <theme id="tools"><name>Outils</name><name xml:lang="en">Tools</name></theme>
</programme>
"""

FRAMEWORK = """<?xml version="1.0" encoding="UTF-8"?>
<framework xmlns="urn:passerelle:1" id="levelled-1" xml:lang="fr" levels="8" source="S" licence="CC0-1.0">
  <title>À niveaux</title><title xml:lang="en">Levelled</title>
{competences}
</framework>
"""

CURRICULUM = """<?xml version="1.0" encoding="UTF-8"?>
<curriculum xmlns="urn:passerelle:1" id="large-way" version="1" xml:lang="fr">
  <title>Le long chemin</title><title xml:lang="en">The long way</title>
  <summary>Un parcours à travers la bibliothèque.</summary>
  <summary xml:lang="en">A way through the library.</summary>
  <rights licence="CC-BY-4.0" holder="Acme"/>
  <rhythm minutes="90" every-weeks="2" sessions="24"/>
  <group id="start" at-least="3"><title>Début</title><title xml:lang="en">Start</title>
{listed}
  </group>
  <group id="free" at-least-minutes="300" directions="senior-to-junior" theme="tools">
    <title>Au choix</title><title xml:lang="en">Free choice</title>
  </group>
  <certificate id="arrived" for="pair">
    <title>Arrivés</title><title xml:lang="en">Arrived</title>
    <description>Le chemin est fait.</description><description xml:lang="en">The way is made.</description>
    <earned-when><passed group="start"/><passed group="free"/></earned-when>
  </certificate>
</curriculum>
"""

MODULE = """<?xml version="1.0" encoding="UTF-8"?>
<module xmlns="urn:passerelle:1" id="m{number}" version="1.0.0" xml:lang="fr" theme="tools"
  direction="{direction}" serves="adaptation">
  <title>Module numéro {number}</title>
  <title xml:lang="en">Module number {number}</title>
  <summary>Ce que les deux font ensemble dans le module {number}.</summary>
  <summary xml:lang="en">What the two do together in module {number}.</summary>
  <lifecycle status="published" published="2026-03-02" volatility="low"/>
  <rights licence="CC-BY-4.0" holder="Acme"/>
  <time minutes="{minutes}"/>
  <objectives>
    <objective id="o1" for="senior" verb="apply">
      <statement>Faire seul ce que le module montre.</statement>
      <statement xml:lang="en">Do alone what the module shows.</statement>
      <competence framework="levelled-1" code="{code}" level="{level}"/>
    </objective>
  </objectives>
{requires}  <session>
    <activity id="a1" minutes="{first}" lead="junior" mode="demonstrate">
      <junior>Montrer une fois, sans hâte.</junior>
      <junior xml:lang="en">Show it once, without haste.</junior>
      <senior>Regarder, puis dire ce qui a surpris.</senior>
      <senior xml:lang="en">Watch, then say what came as a surprise.</senior>
    </activity>
    <activity id="a2" minutes="{second}" lead="senior" mode="practice">
      <junior>Laisser faire, les mains loin du clavier.</junior>
      <junior xml:lang="en">Let it be done, hands off the keyboard.</junior>
      <senior>Refaire seul, en disant chaque étape.</senior>
      <senior xml:lang="en">Do it again alone, saying each step.</senior>
      <ask from="junior">Qui saurait le faire mieux que nous ?</ask>
      <ask xml:lang="en" from="junior">Who could do it better than we can?</ask>
      <ask from="senior">Où l’avez-vous appris ?</ask>
      <ask xml:lang="en" from="senior">Where did you learn it?</ask>
    </activity>
  </session>
  <checks>
    <check id="c1" for="o1" kind="observation" attested-by="junior">
      <criterion>C’est fait, sans aide.</criterion>
      <criterion xml:lang="en">It is done, without help.</criterion>
    </check>
  </checks>
  <privacy>Rien de ce qui est montré n’est noté.</privacy>
  <privacy xml:lang="en">Nothing that is shown is written down.</privacy>
</module>
"""


def condition(number, chance):
    """What a module requires, of modules with smaller numbers only."""
    if number == 0:
        return ""
    earlier = chance.sample(range(number), min(3, number))
    kind = chance.randrange(4) if len(earlier) == 3 else 0
    if kind == 0:
        body = f'<passed module="m{earlier[0]}"/>'
    elif kind == 1:
        body = "<any>" + "".join(f'<passed module="m{n}"/>' for n in earlier[:2]) + "</any>"
    elif kind == 2:
        body = '<at-least n="2">' + "".join(f'<passed module="m{n}"/>' for n in earlier) + "</at-least>"
    else:
        return ""
    return f"  <requires>{body}</requires>\n"


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("folder", type=Path)
    parser.add_argument("--modules", type=int, default=10_000)
    parser.add_argument("--seed", type=int, default=1)
    arguments = parser.parse_args()
    chance = random.Random(arguments.seed)
    modules = arguments.folder / "modules"
    modules.mkdir(parents=True, exist_ok=True)
    competences = "\n".join(
        f'  <competence code="{n}"><name>Compétence {n}</name><name xml:lang="en">Competence {n}</name></competence>'
        for n in range(1, 41))
    (arguments.folder / "programme.xml").write_text(PROGRAMME, "utf-8")
    (arguments.folder / "framework.xml").write_text(FRAMEWORK.format(competences=competences), "utf-8")
    listed = "\n".join(f'    <module ref="m{number}"/>' for number in range(min(100, arguments.modules)))
    (arguments.folder / "curriculum.xml").write_text(CURRICULUM.format(listed=listed), "utf-8")
    for number in range(arguments.modules):
        first, second = chance.choice([10, 15, 20]), chance.choice([20, 25, 35])
        text = MODULE.format(
            number=number, direction=chance.choice(["junior-to-senior", "senior-to-junior", "mutual"]),
            minutes=first + second, first=first, second=second, code=chance.randint(1, 40), level=chance.randint(1, 8),
            requires=condition(number, chance))
        (modules / f"m{number}.xml").write_text(text, "utf-8")


if __name__ == "__main__":
    main()
